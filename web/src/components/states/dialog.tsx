import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../../lib/keyboard/use-return-focus.ts';
import { useSay } from '../../lib/language.ts';
import { useCloseOnBack } from '../../lib/page/close-on-back.ts';

type Props = {
  onClose: () => void;
  title: string;
  size?: 'md' | 'lg';
  children: ReactNode;
};

/**
 * A dialog that is there as long as it is open: `{isAdding && <Dialog …>}`. Only its buttons and Esc close it, so that a
 * click beside it loses nothing that was typed; the focus goes back to what opened it.
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
      {children}
    </Modal>
  );
}
