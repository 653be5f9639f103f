import { Modal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { findFirstField } from '../../lib/keyboard/first-field.ts';
import { useReturnFocus } from '../../lib/keyboard/use-return-focus.ts';
import { useSay } from '../../lib/language.ts';
import { useCloseOnBack } from '../../lib/page/close-on-back.ts';
import { CompleteHint, completeForm } from './complete-key.tsx';
import classes from './states.module.css';

type Props = {
  onClose: () => void;
  title: string;
  size?: 'md' | 'lg';
  children: ReactNode;
};

/**
 * A dialog that is there as long as it is open: `{isAdding && <Dialog …>}`. It opens on its first field, Ctrl+Enter
 * completes its form. Only its buttons, Esc and Back close it, so that a click beside it loses nothing that was typed;
 * the focus goes back to what opened it.
 */
export function Dialog({ onClose, title, size = 'md', children }: Props) {
  const say = useSay();
  useReturnFocus();
  useCloseOnBack(onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': say('frame.action.close') }}
    >
      <Content>{children}</Content>
    </Modal>
  );
}

/** In a component of its own: only here the content stands in the page when the effect runs. */
function Content({ children }: Pick<Props, 'children'>) {
  const content = useRef<HTMLDivElement>(null);
  const [hasForm, setHasForm] = useState(false);
  useLayoutEffect(() => {
    const dialog = content.current;
    if (dialog === null) return;
    // The focus trap of the dialog looks for this mark; without one it takes the button that closes.
    (findFirstField(dialog) ?? dialog).setAttribute('data-autofocus', 'true');
    setHasForm(dialog.querySelector('form') !== null);
    const complete = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      completeForm(dialog.querySelector('form'));
    };
    dialog.addEventListener('keydown', complete);
    return () => dialog.removeEventListener('keydown', complete);
  }, []);
  return (
    <div ref={content} className={classes.dialog} tabIndex={-1}>
      {children}
      {hasForm && <CompleteHint />}
    </div>
  );
}
