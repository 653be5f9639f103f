import { ActionIcon, type ActionIconProps, Button, type ButtonProps, Tooltip, VisuallyHidden } from '@mantine/core';
import { type ComponentPropsWithRef, type MouseEvent, useId, useState } from 'react';
import { announce } from '../../lib/announce.ts';

type Guard = {
  /** Why it cannot be pressed now, as a sentence; null when it can. */
  whyNot: string | null;
};

/**
 * A button that may not be pressable yet, and says why: to whoever points at it, comes to it by keyboard, or presses it
 * all the same, be it by Enter in its form. It is never `disabled`, which neither takes the focus nor answers a finger.
 */
export function GuardedButton({
  whyNot,
  ...button
}: Guard & ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>) {
  const { guarded, tooltip, reason } = useGuard(whyNot, button.onClick);
  return (
    <>
      <Tooltip {...tooltip}>
        <Button {...button} {...guarded} />
      </Tooltip>
      {reason}
    </>
  );
}

/** The same for a button that is only an icon; `hint` is what it says while it can be pressed, as its key. */
export function GuardedIcon({
  whyNot,
  hint,
  ...button
}: Guard & { hint?: string } & ActionIconProps & Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps>) {
  const { guarded, tooltip, reason } = useGuard(whyNot, button.onClick, hint);
  return (
    <>
      <Tooltip {...tooltip}>
        <ActionIcon {...button} {...guarded} />
      </Tooltip>
      {reason}
    </>
  );
}

type Press = ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;

function useGuard(whyNot: string | null, onClick: Press, hint?: string) {
  const id = useId();
  const [isSaid, setIsSaid] = useState(false);
  const show = () => setIsSaid(true);
  const hide = () => setIsSaid(false);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (whyNot === null) return onClick?.(event);
    // Also of Enter in the form, for which the browser presses its button.
    event.preventDefault();
    announce(whyNot);
    show();
  };
  const watched = { onMouseEnter: show, onMouseLeave: hide, onFocus: show, onBlur: hide, onClick: press };
  const marked = whyNot === null ? {} : { 'aria-disabled': true, 'aria-describedby': id, 'data-disabled': true };
  return {
    guarded: { ...watched, ...marked },
    tooltip: {
      label: whyNot ?? hint,
      opened: isSaid && (whyNot ?? hint) !== undefined,
      multiline: true,
      maw: 320,
      withinPortal: true,
    },
    reason: whyNot !== null && <VisuallyHidden id={id}>{whyNot}</VisuallyHidden>,
  };
}
