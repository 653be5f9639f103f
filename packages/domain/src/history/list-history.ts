import type { HistoryEntry } from '@congso/contract/history';
import type { Office } from '../office/office.ts';
import { type HistoryDoc, history } from './history-model.ts';

/** All lines of one entity, oldest first. Whoever calls it has already asked whether the caller may read the entity. */
export async function listHistory(office: Office, entity: string, entityId: string): Promise<HistoryEntry[]> {
  const lines = await history.of(office).find({ entity, entityId }).sort({ version: 1 }).lean<HistoryDoc[]>();
  return lines.map(({ _id, occurredAt, recordedAt, ...line }) => ({
    ...line,
    id: _id,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
  }));
}
