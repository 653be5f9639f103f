import type { Office } from '../office/office.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import { history } from './history-model.ts';

/** Appends one line; only the relay calls it. A line that is already there stays as it was written first. */
export async function recordHistory(
  office: Office,
  lineId: string,
  entity: string,
  entityId: string,
  entry: OutboxEntry,
): Promise<void> {
  const { version, action, actorId, onBehalfOfId, from, to, reason, details, occurredAt, recordedAt } = entry;
  try {
    // Straight to the driver: every change in the office writes a line, and the shape is ours.
    await history.of(office).collection.insertOne({
      _id: lineId as never,
      entity,
      entityId,
      version,
      action,
      actorId,
      onBehalfOfId,
      from,
      to,
      reason,
      details,
      occurredAt,
      recordedAt,
    });
  } catch (error) {
    if (!isDuplicateKey(error, '_id')) throw error;
  }
}
