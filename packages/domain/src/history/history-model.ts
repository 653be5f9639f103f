import { defineCollection, embedded } from '../stores/collection.ts';

/** A line of the append-only history. `_id` is `entity:id:version`, so telling twice writes once. */
export type HistoryDoc = {
  _id: string;
  entity: string;
  entityId: string;
  version: number;
  action: string;
  actorId: string | null;
  onBehalfOfId: string | null;
  from: string | null;
  to: string | null;
  reason: string | null;
  details: Record<string, unknown>;
  occurredAt: Date;
  recordedAt: Date;
};

export const history = defineCollection<HistoryDoc>(
  'history',
  {
    _id: String,
    entity: String,
    entityId: String,
    version: Number,
    action: String,
    actorId: String,
    onBehalfOfId: String,
    from: String,
    to: String,
    reason: String,
    details: embedded,
    occurredAt: Date,
    recordedAt: Date,
  },
  [[{ entity: 1, entityId: 1, version: 1 }], [{ recordedAt: 1 }]],
);
