import type { CommandInput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Notice } from '@congso/contract/notices';
import { fold } from '@congso/language/fold';
import { attachFiles } from '../files/attach-files.ts';
import type { Caller } from '../office/caller.ts';
import { derivedId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import { requireFewToday } from '../outbox/require-few.ts';
import { markStreams } from '../sync/mark-streams.ts';
import { resolveDue } from '../working-time/resolve-due.ts';
import { findNotice } from './find-notices.ts';
import { freezeAudience } from './freeze-audience.ts';
import { type NoticeDoc, notices } from './notice-model.ts';
import { presentNotice } from './present-notice.ts';

/** Publishes a notice: one write freezes text, scope and audience. @throws Refusal as `freezeAudience`; TOO_MANY_TODAY */
export async function publishNotice(
  office: Office,
  caller: Caller,
  input: CommandInput<'notices.publish'>,
): Promise<Notice> {
  const { title, body, scope } = input;
  const noticeId = derivedId('notice', caller.personId, input.requestId);
  // A repeat is answered with the original, also when the day has passed or the audience has changed meanwhile.
  const original = await findNotice(office, caller.personId, noticeId);
  if (original) return presentNotice(office, caller, original);
  const audience = await freezeAudience(office, caller, scope);
  await requireFewToday(office, notices, caller, LIMITS.noticesADay);
  const due = input.acknowledgeBy === null ? null : await resolveDue(office, { date: input.acknowledgeBy });
  const mustAcknowledge = input.mustAcknowledge || due !== null;
  const fileIds = await attachFiles(office, caller, input.fileIds, { kind: 'notice', id: noticeId });
  const fields = {
    _id: noticeId,
    title,
    searchKey: fold(title),
    body,
    fileIds,
    authorId: caller.personId,
    scope,
    publishedAt: office.clock.now(),
    mustAcknowledge,
    acknowledgeBy: due?.dueAt ?? null,
    state: 'published' as const,
    withdrawReason: null,
    audience,
    audienceSize: audience.length,
    nextAt: due?.dueAt ?? null,
    attempts: 0,
  };
  const notice = await createAggregate(office, notices, caller, fields, {
    action: 'published',
    to: 'published',
    details: { audience: audience.length, mustAcknowledge, acknowledgeBy: due?.dueDate ?? null },
    facts: [{ name: 'notice.published', payload: { noticeId } }],
    marks: [{ to: [caller.personId], kind: 'notice' }],
    wakes: due ? [{ job: 'press-notice', at: due.dueAt }] : [],
  });
  return presentNotice(office, caller, { ...notice, me: null });
}

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
