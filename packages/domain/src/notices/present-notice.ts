import type { Notice } from '@congso/contract/notices';
import { presentFiles } from '../files/present-files.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { canFollowNotice, listWithdrawable } from './access.ts';
import type { NoticeForMe } from './find-notices.ts';
import { type ReceiptDoc, receiptId, receipts } from './notice-model.ts';

/** Notices as the caller sees them, with the caller's own answers. */
export async function presentNotices(office: Office, caller: Caller, docs: readonly NoticeForMe[]): Promise<Notice[]> {
  const mine = await receipts
    .of(office)
    .find({ _id: { $in: docs.map((notice) => receiptId(notice._id, caller.personId)) } })
    .lean<ReceiptDoc[]>();
  const receiptOf = new Map(mine.map((receipt) => [receipt.noticeId, receipt]));
  const withdrawable = await listWithdrawable(office, caller, docs);
  return Promise.all(
    docs.map(async (notice) => {
      const receipt = receiptOf.get(notice._id);
      return {
        id: notice._id,
        title: notice.title,
        body: notice.body,
        files: await presentFiles(office, notice.fileIds),
        authorId: notice.authorId,
        scope: notice.scope,
        publishedAt: notice.publishedAt.toISOString(),
        mustAcknowledge: notice.mustAcknowledge,
        acknowledgeBy: notice.acknowledgeBy?.toISOString() ?? null,
        state: notice.state,
        withdrawReason: notice.withdrawReason,
        audienceSize: notice.audienceSize,
        mine: notice.me
          ? {
              seenAt: receipt?.seenAt.toISOString() ?? null,
              acknowledgedAt: receipt?.acknowledgedAt?.toISOString() ?? null,
            }
          : null,
        canFollow: canFollowNotice(notice, caller),
        canWithdraw: notice.state === 'published' && withdrawable.has(notice._id),
        version: notice.version,
      };
    }),
  );
}

export async function presentNotice(office: Office, caller: Caller, doc: NoticeForMe): Promise<Notice> {
  const [notice] = await presentNotices(office, caller, [doc]);
  if (!notice) throw new Error('a presented notice vanished');
  return notice;
}
