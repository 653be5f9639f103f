import { Kbd } from '@mantine/core';
import { useRef } from 'react';
import { usePageKeys } from '../../lib/keyboard/use-page-keys.ts';
import { useSay } from '../../lib/language.ts';
import classes from './states.module.css';

/** Presses the button that completes a form: one that cannot be pressed yet says why, and the form's own checks speak. */
export const completeForm = (within: Element | null | undefined): void =>
  within?.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();

/** Says that Ctrl+Enter completes what one is at; nothing where there is no keyboard. */
export function CompleteHint() {
  const say = useSay();
  return (
    <p className={classes.completeHint}>
      <Kbd size="xs">Ctrl</Kbd> + <Kbd size="xs">Enter</Kbd> {say('frame.keys.complete')}
    </p>
  );
}

/** In a form that is a page: Ctrl+Enter completes it, and that is said. In a dialog the dialog does both. */
export function CompleteKey() {
  const place = useRef<HTMLDivElement>(null);
  usePageKeys([['mod+Enter', () => completeForm(place.current?.closest('form'))]]);
  return (
    <div ref={place} className={classes.onPage}>
      <CompleteHint />
    </div>
  );
}
