import { smsReceiptSchema } from '@congso/contract/sms';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { takeReceipt } from '@congso/domain/sms/take-receipt';
import { Router } from 'express';
import { answerFault } from '../http/answer-fault.ts';

/**
 * `GET /sms/receipts/{secret}?id={our request id}&status={Kannel's number or a word}`: the SMS provider tells what became
 * of an SMS. It has no session; it knows the address. Mount it at `/sms`.
 */
export function receiptDoor(office: Office): Router {
  const router = Router();
  router.get('/receipts/:secret', async (request, response) => {
    const receipt = smsReceiptSchema.safeParse({ id: request.query.id, status: request.query.status });
    if (!receipt.success) throw new Refusal('BAD_INPUT', { field: String(receipt.error.issues[0]?.path[0] ?? '') });
    await takeReceipt(office, request.params.secret, receipt.data);
    response.set('cache-control', 'no-store').json({});
  });
  router.use(answerFault(office));
  return router;
}
