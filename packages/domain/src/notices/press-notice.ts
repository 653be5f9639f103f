import type { CommandInput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import { theOffice, theOfficeAfter } from '../office/caller.ts';
import { privateId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { cancelReminders, planReminders } from '../reminders/plan-reminder.ts';
import { getNoticeAccess } from './access.ts';
import { isAwaited, isWaiting, loadReceipts } from './list-waiting.ts';
import { type NoticeDoc, notices } from './notice-model.ts';

/** Everybody who has not answered gets a reminder, which may be the whole office: not twice in so short a time. */
const PRESS_AGAIN_MS = 10 * 60 * 1_000;

/**
 * Reminds, on their screens, those who have not answered yet. Answers how many those are.
 *
 * @throws Refusal NOT_FOUND, FORBIDDEN, WRONG_STATE, TOO_MANY_REQUESTS when they were reminded a moment ago
 */
export async function remindWaiting(
  office: Office,
  caller: Caller,
  input: CommandInput<'notices.remind'>,
): Promise<{ reminded: number }> {
  const { notice, canFollow } = await getNoticeAccess(office, caller, input.noticeId);
  if (!canFollow) throw new Refusal('FORBIDDEN');
  await changeAggregate(office, notices, notice._id, caller, input.requestId, (current) => {
    if (current.state !== 'published') throw new Refusal('WRONG_STATE');
    const now = office.clock.now();
    const restMs = current.pressedAt ? current.pressedAt.getTime() + PRESS_AGAIN_MS - now.getTime() : 0;
    if (restMs > 0) throw new Refusal('TOO_MANY_REQUESTS', { retryAfterMs: restMs });
    return {
      set: { pressedAt: now },
      story: {
        action: 'pressed',
        facts: [{ name: 'notice.pressed', payload: { noticeId: notice._id, requestId: input.requestId } }],
      },
    };
  });
  return { reminded: (await listWaiting(office, notice._id)).length };
}

/** Due work at the deadline: whoever has not answered is reminded. */
export async function pressNotice(office: Office, noticeId: string): Promise<void> {
  await changeAggregate(office, notices, noticeId, theOffice, null, (notice) => {
    if (notice.nextAt === null || notice.nextAt > office.clock.now()) return null;
    if (notice.state !== 'published') return { set: { nextAt: null }, story: { action: 'deadline passed' } };
    return {
      set: { nextAt: null },
      story: {
        action: 'deadline passed',
        facts: [{ name: 'notice.pressed', payload: { noticeId, requestId: 'deadline' } }],
      },
    };
  });
}

/** Plans the reminders, once per press and person. */
export const remindUnanswered: Reaction<'notice.pressed'> = async (office, { noticeId, requestId }, cause) => {
  const notice = await notices.of(office).findOne({ _id: noticeId }, { state: 1, title: 1 }).lean<NoticeDoc>();
  if (notice?.state !== 'published') return;
  const at = office.clock.now();
  const target = { kind: 'notice', id: noticeId } as const;
  const planned = (await listWaiting(office, noticeId)).map((personId) => {
    const id = privateId(office, 'reminder', noticeId, requestId, personId);
    return { id, personId, target, occasion: 'unanswered' as const, text: notice.title, at };
  });
  await planReminders(office, planned, theOfficeAfter(cause));
};

/** Who answers is reminded no more. */
export const silenceAnswered: Reaction<'notice.answered'> = async (office, { noticeId, personId }) => {
  if (await isAwaited(office, noticeId, personId)) return;
  await cancelReminders(office, { kind: 'notice', id: noticeId }, personId);
};

async function listWaiting(office: Office, noticeId: string): Promise<string[]> {
  const notice = await notices
    .of(office)
    .findOne({ _id: noticeId }, { audience: 1, mustAcknowledge: 1 })
    .lean<NoticeDoc>();
  if (!notice) return [];
  const answers = await loadReceipts(office, noticeId);
  return notice.audience.map(({ personId }) => personId).filter((id) => isWaiting(notice, answers.get(id)));
}
