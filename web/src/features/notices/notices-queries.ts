import type { CommandRequest } from '@congso/contract/catalog';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { keyOf, listKeyOf } from '../../lib/query-keys.ts';
import { askOptions, pagesOptions } from '../../lib/use-ask.ts';
import { useHasRole } from '../../office/me.ts';

export type NoticeBox = CommandRequest<'notices.list'>['box'];

/** The notices of one box, the latest first, page by page. */
export const useNotices = (box: NoticeBox) =>
  useInfiniteQuery(pagesOptions(listKeyOf('notice', { box }), 'notices.list', { box, limit: 50 }));

/** One notice. */
export const useNotice = (noticeId: string) =>
  useQuery(askOptions(keyOf('notice', noticeId), 'notices.get', { noticeId }));

/** Who has seen and acknowledged; marks of the kind `tally` keep it live. Only for those who may follow. */
export const useTally = (noticeId: string) =>
  useQuery(askOptions(keyOf('tally', noticeId), 'notices.tally', { noticeId }));

/** Leaders and clerks tell anyone, heads and deputies their units; the server decides (notices are refused otherwise). */
export const useMayWrite = (): boolean => useHasRole('leader', 'clerk', 'head', 'deputy');
