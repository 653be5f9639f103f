import type { Office } from '../office/office.ts';
import { type NoticeDoc, notices, type ReceiptDoc, receiptId, receipts } from './notice-model.ts';

/** The receipts of a notice by person. */
export async function loadReceipts(office: Office, noticeId: string): Promise<Map<string, ReceiptDoc>> {
  const found = await receipts.of(office).find({ noticeId }).lean<ReceiptDoc[]>();
  return new Map(found.map((receipt) => [receipt.personId, receipt]));
}

/** Whether an addressee still owes an answer: acknowledging where it is asked for, else seeing. */
export function isWaiting(notice: Pick<NoticeDoc, 'mustAcknowledge'>, receipt: ReceiptDoc | undefined): boolean {
  return notice.mustAcknowledge ? !receipt?.acknowledgedAt : receipt === undefined;
}

/** Whether a person of its audience still owes a notice an answer: nobody any more once it is withdrawn. */
export async function isAwaited(office: Office, noticeId: string, personId: string): Promise<boolean> {
  // One row and no audience: everybody who is told comes through here.
  const notice = await notices
    .of(office)
    .findOne({ _id: noticeId, state: 'published' }, { mustAcknowledge: 1 })
    .lean<NoticeDoc>();
  if (!notice) return false;
  const receipt = await receipts
    .of(office)
    .findOne({ _id: receiptId(noticeId, personId) })
    .lean<ReceiptDoc>();
  return isWaiting(notice, receipt ?? undefined);
}
