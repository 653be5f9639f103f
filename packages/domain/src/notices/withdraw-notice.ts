import type { CommandInput } from '@congso/contract/catalog';
import type { Notice } from '@congso/contract/notices';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { cancelReminders } from '../reminders/plan-reminder.ts';
import { getNoticeAccess, listWithdrawable } from './access.ts';
import { notices } from './notice-model.ts';
import { presentNotice } from './present-notice.ts';

/**
 * Its author, or a leader when the author has left, takes a notice back; it stays readable as withdrawn, with the reason,
 * and asks for nothing more.
 */
export async function withdrawNotice(
  office: Office,
  caller: Caller,
  input: CommandInput<'notices.withdraw'>,
): Promise<Notice> {
  const { notice } = await getNoticeAccess(office, caller, input.noticeId);
  if (!(await listWithdrawable(office, caller, [notice])).has(notice._id)) throw new Refusal('FORBIDDEN');
  const changed = await changeAggregate(office, notices, notice._id, caller, input.requestId, (current) => {
    if (current.state !== 'published') throw new Refusal('WRONG_STATE');
    return {
      set: { state: 'withdrawn' as const, withdrawReason: input.reason, nextAt: null },
      story: {
        action: 'withdrawn',
        from: 'published',
        to: 'withdrawn',
        reason: input.reason,
        facts: [{ name: 'notice.withdrawn', payload: { noticeId: notice._id } }],
        marks: [{ to: [caller.personId], kind: 'notice' }],
      },
    };
  });
  return presentNotice(office, caller, { ...changed, me: notice.me });
}

/** What was taken back rings no more. */
export const silenceWithdrawn: Reaction<'notice.withdrawn'> = async (office, { noticeId }) => {
  await cancelReminders(office, { kind: 'notice', id: noticeId });
};
