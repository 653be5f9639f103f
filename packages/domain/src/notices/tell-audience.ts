import type { Office } from '../office/office.ts';
import { markStreams } from '../sync/mark-streams.ts';
import { type NoticeDoc, notices } from './notice-model.ts';

const CHUNK = 1_000;

/** Marks the streams of a whole audience, when a notice is published or taken back; a reaction, so done at least once. */
export async function tellAudience(
  office: Office,
  { noticeId }: { noticeId: string },
  cause: { id: string },
): Promise<void> {
  const notice = await notices.of(office).findOne({ _id: noticeId }, { audience: 1, version: 1 }).lean<NoticeDoc>();
  if (!notice) return;
  const persons = notice.audience.map(({ personId }) => personId);
  for (let start = 0; start < persons.length; start += CHUNK) {
    await markStreams(office, cause.id, persons.slice(start, start + CHUNK), {
      kind: 'notice',
      id: noticeId,
      version: notice.version,
    });
  }
}
