import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Notice } from '@congso/contract/notices';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { hasRole } from '../people/require-role.ts';
import { matchWords } from '../stores/match-words.ts';
import { type Find, listNearestFirst } from '../stores/nearest-first.ts';
import { pageAfter, pageFilter } from '../stores/page.ts';
import { getNoticeAccess, readableBy } from './access.ts';
import { findNotices, type NoticeForMe } from './find-notices.ts';
import { notices, type ReceiptDoc, receiptId, receipts } from './notice-model.ts';
import { presentNotice, presentNotices } from './present-notice.ts';

/** Of so many with these words, the latest, it is asked which the caller may read. */
const MOST_MATCHING = 100;
/** As boxes and hits are shown. */
const LATEST_FIRST = { publishedAt: -1, _id: 1 } as const;

/** @throws Refusal NOT_FOUND */
export async function getNotice(office: Office, caller: Caller, input: CommandInput<'notices.get'>): Promise<Notice> {
  const { notice } = await getNoticeAccess(office, caller, input.noticeId);
  return presentNotice(office, caller, notice);
}

/** Notices of one box, the latest first: received, waiting for my acknowledgement, or those I follow. */
export async function listNotices(
  office: Office,
  caller: Caller,
  input: CommandInput<'notices.list'>,
): Promise<CommandOutput<'notices.list'>> {
  const limit = input.limit ?? 50;
  const filter = { $and: [await boxFilter(office, caller, input.box), pageFilter('publishedAt', input.cursor)] };
  const found = await findNotices(office, caller.personId, filter, { sort: LATEST_FIRST, limit: limit + 1 });
  const { page, next } = pageAfter(found, limit, (notice) => notice.publishedAt);
  return { items: await presentNotices(office, caller, page), next };
}

/** Notices that wait for a person's acknowledgement, the nearest deadline first, then those without. */
export async function listAwaitedNotices(office: Office, personId: string, limit: number): Promise<NoticeForMe[]> {
  const awaited = await awaitedFilter(office, personId);
  const find: Find<NoticeForMe> = (filter, sort, most) => findNotices(office, personId, filter, { sort, limit: most });
  return listNearestFirst(find, awaited, 'acknowledgeBy', { publishedAt: 1 }, limit);
}

/**
 * Notices whose title has all words, the latest first, as far as the caller may read them. Words first, by an index that
 * holds the titles, then the gate: asked together, every notice a person ever got would be read with its whole audience.
 */
export async function searchNotices(
  office: Office,
  caller: Caller,
  text: string,
  limit: number,
): Promise<NoticeForMe[]> {
  const matching = await notices
    .of(office)
    .find({ $and: matchWords('searchKey', text) }, { _id: 1 })
    .sort(LATEST_FIRST)
    .limit(MOST_MATCHING)
    .lean<{ _id: string }[]>();
  const readable = { _id: { $in: matching.map((notice) => notice._id) }, ...readableBy(caller) };
  return findNotices(office, caller.personId, readable, { sort: LATEST_FIRST, limit });
}

async function boxFilter(office: Office, caller: Caller, box: CommandInput<'notices.list'>['box']): Promise<object> {
  if (box === 'received') return { 'audience.personId': caller.personId };
  if (box === 'waiting') return awaitedFilter(office, caller.personId);
  return hasRole(caller, 'leader') ? {} : { authorId: caller.personId };
}

/** The published ones that ask the person to acknowledge, without those that are: receipts are asked for by their ids. */
async function awaitedFilter(office: Office, personId: string): Promise<object> {
  const asking = await notices
    .of(office)
    .find({ 'audience.personId': personId, state: 'published', mustAcknowledge: true }, { _id: 1 })
    .lean<{ _id: string }[]>();
  const ids = asking.map((notice) => notice._id);
  const answered = await receipts
    .of(office)
    .find({ _id: { $in: ids.map((id) => receiptId(id, personId)) }, acknowledgedAt: { $ne: null } }, { noticeId: 1 })
    .lean<Pick<ReceiptDoc, 'noticeId'>[]>();
  const done = new Set(answered.map((receipt) => receipt.noticeId));
  return { _id: { $in: ids.filter((id) => !done.has(id)) }, state: 'published' };
}
