import { LIMITS } from '@congso/contract/limits';
import type { Mark } from '@congso/contract/sync';
import type { Office } from '../office/office.ts';
import { streams } from './stream-model.ts';

/**
 * Adds one mark to people's streams by one conditional update, then nudges their sockets. A stream exists once its
 * person has pulled for the first time; who never did reads everything anew anyway.
 */
export async function markStreams(
  office: Office,
  causeId: string,
  to: readonly string[] | 'everyone',
  mark: Mark,
): Promise<void> {
  if (to !== 'everyone' && to.length === 0) return;
  const factId = `${causeId}>${mark.kind}:${mark.id}`;
  await streams
    .of(office)
    .updateMany(
      { ...(to !== 'everyone' && { _id: { $in: [...new Set(to)] } }), 'marks.factId': { $ne: factId } },
      { $inc: { head: 1 }, $push: { marks: { $each: [{ factId, ...mark }], $slice: -LIMITS.streamMarks } } },
    );
  office.bus.publish('stream.moved', { to: to === 'everyone' ? to : [...new Set(to)] });
}
