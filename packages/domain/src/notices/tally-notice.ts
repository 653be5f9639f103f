import type { CommandInput } from '@congso/contract/catalog';
import type { NoticeTally } from '@congso/contract/notices';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { listIdsByRole } from '../people/find-people.ts';
import { markStreams } from '../sync/mark-streams.ts';
import { getNoticeAccess } from './access.ts';
import { isWaiting, loadReceipts } from './list-waiting.ts';
import { type NoticeDoc, notices } from './notice-model.ts';

/**
 * Who has seen and acknowledged, per unit of the frozen audience. Counted from the receipts each time, never
 * incremented, so it cannot drift.
 *
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function tallyNotice(
  office: Office,
  caller: Caller,
  input: CommandInput<'notices.tally'>,
): Promise<NoticeTally> {
  const { canFollow } = await getNoticeAccess(office, caller, input.noticeId);
  if (!canFollow) throw new Refusal('FORBIDDEN');
  const notice = await notices
    .of(office)
    .findOne({ _id: input.noticeId }, { audience: 1, mustAcknowledge: 1 })
    .lean<NoticeDoc>();
  if (!notice) throw new Refusal('NOT_FOUND', { field: 'noticeId' });
  const answers = await loadReceipts(office, notice._id);
  const rows = new Map<string | null, NoticeTally['units'][number]>();
  for (const { unitId, personId } of notice.audience) {
    const row = rows.get(unitId) ?? { unitId, audience: 0, seen: 0, acknowledged: 0, waitingIds: [] };
    const receipt = answers.get(personId);
    row.audience += 1;
    if (receipt) row.seen += 1;
    if (receipt?.acknowledgedAt) row.acknowledged += 1;
    if (isWaiting(notice, receipt)) row.waitingIds.push(personId);
    rows.set(unitId, row);
  }
  const units = [...rows.values()];
  const sum = (field: 'audience' | 'seen' | 'acknowledged') => units.reduce((total, row) => total + row[field], 0);
  return {
    noticeId: notice._id,
    audience: sum('audience'),
    seen: sum('seen'),
    acknowledged: sum('acknowledged'),
    units,
  };
}

/** How seldom the followers of one notice are told that its tally moved. */
const TELL_EVERY_MS = 1_000;
const quiet = new Map<string, { isAskedAgain: boolean }>();

/**
 * Tells the followers that the tally moved: at once, and at most once a second after that, however many answer. What is
 * told is a hint; a process that dies in that second costs a follower nothing but a glance later.
 */
export const tellTally: Reaction<'notice.answered'> = async (office, { noticeId }, cause) => {
  const pending = quiet.get(noticeId);
  if (pending) {
    pending.isAskedAgain = true;
    return;
  }
  const state = { isAskedAgain: false };
  quiet.set(noticeId, state);
  setTimeout(() => {
    quiet.delete(noticeId);
    if (state.isAskedAgain) {
      tellFollowers(office, noticeId, `${cause.id}+`).catch((error: unknown) =>
        office.log.debug({ err: error }, 'tally not told'),
      );
    }
  }, TELL_EVERY_MS).unref();
  await tellFollowers(office, noticeId, cause.id);
};

async function tellFollowers(office: Office, noticeId: string, causeId: string): Promise<void> {
  const notice = await notices.of(office).findOne({ _id: noticeId }, { authorId: 1, version: 1 }).lean<NoticeDoc>();
  if (!notice) return;
  const followers = [notice.authorId, ...(await listIdsByRole(office, ['leader']))];
  await markStreams(office, causeId, followers, { kind: 'tally', id: noticeId, version: notice.version });
}
