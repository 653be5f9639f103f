import type { ReactNode } from 'react';
import { readSay } from './language.ts';

type Toast = {
  id?: string;
  title?: string;
  message: ReactNode;
  isError?: boolean;
  stays?: boolean;
  /** It asks for a decision, and stays as long as that takes. */
  isLong?: boolean;
  /** It is gone: closed by the person, or hidden. */
  onClose?: () => void;
};

/** Shows a short notice at the lower edge of the page: something was done, something rings. Never the only place of an error. */
export async function showToast({
  id,
  title,
  message,
  isError = false,
  stays = false,
  isLong = false,
  onClose,
}: Toast): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.show({
    ...(id && { id }),
    ...(title && { title }),
    ...(onClose && { onClose }),
    message,
    closeButtonProps: { 'aria-label': readSay()('frame.action.close') },
    color: isError ? 'red' : 'teal',
    autoClose: stays ? false : isLong ? 15_000 : 6_000,
  });
}

/** Takes a toast away, where what it said is over. */
export async function hideToast(id: string): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.hide(id);
}
