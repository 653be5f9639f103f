import type { Office } from '../office/office.ts';
import { type HistoryDoc, history } from './history-model.ts';

type Line = Pick<HistoryDoc, 'action' | 'details' | 'occurredAt'>;

/** So many entities are asked for at a time. */
const AT_ONCE = 500;

/** The lines of many entities of one kind, each entity's the oldest first: what a figure is counted from. */
export async function listLinesOf(
  office: Office,
  entity: string,
  entityIds: readonly string[],
): Promise<Map<string, Line[]>> {
  const linesOf = new Map<string, Line[]>();
  for (let start = 0; start < entityIds.length; start += AT_ONCE) {
    const found = await history
      .of(office)
      .find(
        { entity, entityId: { $in: entityIds.slice(start, start + AT_ONCE) } },
        { entityId: 1, action: 1, details: 1, occurredAt: 1 },
      )
      .sort({ entity: 1, entityId: 1, version: 1 })
      .lean<(Line & Pick<HistoryDoc, 'entityId'>)[]>();
    for (const { entityId, ...line } of found) linesOf.set(entityId, [...(linesOf.get(entityId) ?? []), line]);
  }
  return linesOf;
}
