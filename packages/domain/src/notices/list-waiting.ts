import type { Office } from '../office/office.ts';
import { type NoticeDoc, type ReceiptDoc, receipts } from './notice-model.ts';

/** The receipts of a notice by person. */
export async function loadReceipts(office: Office, noticeId: string): Promise<Map<string, ReceiptDoc>> {
  const found = await receipts.of(office).find({ noticeId }).lean<ReceiptDoc[]>();
  return new Map(found.map((receipt) => [receipt.personId, receipt]));
}

/** Whether an addressee still owes an answer: acknowledging where it is asked for, else seeing. */
export function isWaiting(notice: Pick<NoticeDoc, 'mustAcknowledge'>, receipt: ReceiptDoc | undefined): boolean {
  return notice.mustAcknowledge ? !receipt?.acknowledgedAt : receipt === undefined;
}
