import type { CommandRequest } from '@congso/contract/catalog';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { keyOf, listKeyOf } from '../../lib/query-keys.ts';
import { askOptions, pagesOptions } from '../../lib/use-ask.ts';

export type MailBox = CommandRequest<'mails.list'>['box'];
export const MAIL_BOXES: readonly MailBox[] = ['queue', 'registered', 'refused', 'set-aside', 'quarantined'];

/** The mail of one box, the latest first, page by page. */
export const useMails = (box: MailBox) =>
  useInfiniteQuery(pagesOptions(listKeyOf('mail', { box }), 'mails.list', { box, limit: 50 }));

/** One mail, opened. */
export const useMail = (mailId: string) => useQuery(askOptions(keyOf('mail', mailId), 'mails.get', { mailId }));
