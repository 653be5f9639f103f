import type { Notice } from '@congso/contract/notices';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import type { Story } from '../outbox/outbox-entry.ts';
import { getNoticeAccess } from './access.ts';
import { receiptId, receipts } from './notice-model.ts';
import { presentNotice } from './present-notice.ts';

/** The caller has seen it. Seeing again changes nothing: the first instant is the evidence. */
export const markNoticeSeen = (office: Office, caller: Caller, input: { noticeId: string }) =>
  answer(office, caller, input, false);

/** The caller has read it and answers for it. Acknowledging again changes nothing. */
export const acknowledgeNotice = (office: Office, caller: Caller, input: { noticeId: string }) =>
  answer(office, caller, input, true);

async function answer(
  office: Office,
  caller: Caller,
  { noticeId }: { noticeId: string },
  acknowledges: boolean,
): Promise<Notice> {
  const { notice } = await getNoticeAccess(office, caller, noticeId);
  // Its author and the leaders may open it without being asked; they answer for nothing.
  if (!notice.me) return presentNotice(office, caller, notice);
  if (acknowledges && (notice.state !== 'published' || !notice.mustAcknowledge)) throw new Refusal('WRONG_STATE');
  const now = office.clock.now();
  const story = (action: string): Story => ({
    action,
    details: { noticeId },
    facts: [{ name: 'notice.answered', payload: { noticeId, personId: caller.personId } }],
    marks: [{ to: [caller.personId], kind: 'notice', id: noticeId }],
  });
  const receipt = await createAggregate(
    office,
    receipts,
    caller,
    {
      _id: receiptId(noticeId, caller.personId),
      noticeId,
      ...notice.me,
      seenAt: now,
      acknowledgedAt: acknowledges ? now : null,
    },
    story(acknowledges ? 'acknowledged' : 'seen'),
  );
  if (acknowledges && receipt.acknowledgedAt === null) {
    await changeAggregate(office, receipts, receipt._id, caller, null, (current) =>
      current.acknowledgedAt === null ? { set: { acknowledgedAt: now }, story: story('acknowledged') } : null,
    );
  }
  return presentNotice(office, caller, notice);
}
