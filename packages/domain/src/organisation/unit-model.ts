import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';

/** A unit of the office. The root's parent is null. */
export type UnitDoc = Aggregate & {
  parentId: string | null;
  name: string;
  code: string;
  mailbox: string | null;
  order: number;
  isClosed: boolean;
};

export const units = defineAggregate<UnitDoc>(
  'unit',
  'units',
  {
    parentId: { type: String, default: null },
    name: String,
    code: String,
    mailbox: { type: String, default: null },
    order: Number,
    isClosed: Boolean,
  },
  [[{ mailbox: 1 }, { unique: true, partialFilterExpression: { mailbox: { $type: 'string' } } }]],
);
