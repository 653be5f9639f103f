import type { Mail } from '@congso/contract/mail';

/** Whether a clerk has still to deal with a letter. */
export const isWaiting = ({ state }: Pick<Mail, 'state'>): boolean =>
  state === 'received' || state === 'proposed' || state === 'original-only';
