import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listActiveIds } from '../people/find-people.ts';
import { hasRole } from '../people/require-role.ts';
import { findNotice, type NoticeForMe } from './find-notices.ts';

declare const proof: unique symbol;
/** Proof that the caller may read this notice, and whether they may follow who has answered. */
export type NoticeAccess = { readonly notice: NoticeForMe; readonly canFollow: boolean; readonly [proof]: true };

/** Its audience and its author read a notice; the author and the office's leaders follow its answers. */
export async function findNoticeAccess(office: Office, caller: Caller, noticeId: string): Promise<NoticeAccess | null> {
  const notice = await findNotice(office, caller.personId, noticeId);
  if (!notice) return null;
  const canFollow = canFollowNotice(notice, caller);
  return canFollow || notice.me ? ({ notice, canFollow } as NoticeAccess) : null;
}

/** @throws Refusal NOT_FOUND */
export async function getNoticeAccess(office: Office, caller: Caller, noticeId: string): Promise<NoticeAccess> {
  const access = await findNoticeAccess(office, caller, noticeId);
  if (!access) throw new Refusal('NOT_FOUND', { field: 'noticeId' });
  return access;
}

export function canFollowNotice(notice: Pick<NoticeForMe, 'authorId'>, caller: Caller): boolean {
  return notice.authorId === caller.personId || hasRole(caller, 'leader');
}

/**
 * Which of these the caller may take back while they are published: its author his own, and a leader that of an author
 * whose account is closed, for else it would ask for answers for ever.
 */
export async function listWithdrawable(
  office: Office,
  caller: Caller,
  notices: readonly Pick<NoticeForMe, '_id' | 'authorId'>[],
): Promise<ReadonlySet<string>> {
  const authorIds = hasRole(caller, 'leader') ? notices.map(({ authorId }) => authorId) : [];
  const active = new Set(authorIds.length === 0 ? [] : await listActiveIds(office, authorIds));
  const mayWithdraw = (authorId: string) =>
    authorId === caller.personId || (authorIds.includes(authorId) && !active.has(authorId));
  return new Set(notices.filter(({ authorId }) => mayWithdraw(authorId)).map(({ _id }) => _id));
}

/** Which notices the caller may read, as a condition for a query: all for who follows them all, own and received ones. */
export function readableBy(caller: Caller): object {
  const { personId } = caller;
  return hasRole(caller, 'leader') ? {} : { $or: [{ 'audience.personId': personId }, { authorId: personId }] };
}
