import { LIMITS } from '@congso/contract/limits';
import type { Mark } from '@congso/contract/sync';
import type { Office } from '../office/office.ts';
import { streams } from './stream-model.ts';

/** A thousand in one write would hold up whatever anybody else writes meanwhile. */
const AT_ONCE = 100;

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
  const unmarked = { 'marks.factId': { $ne: factId } };
  const change = { $inc: { head: 1 }, $push: { marks: { $each: [{ factId, ...mark }], $slice: -LIMITS.streamMarks } } };
  if (to === 'everyone') {
    await streams.of(office).updateMany(unmarked, change);
    office.bus.publish('stream.moved', { to });
    return;
  }
  const personIds = [...new Set(to)];
  for (let start = 0; start < personIds.length; start += AT_ONCE) {
    const some = personIds.slice(start, start + AT_ONCE);
    await streams.of(office).updateMany({ _id: { $in: some }, ...unmarked }, change);
    office.bus.publish('stream.moved', { to: some });
  }
}
