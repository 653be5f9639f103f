import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';

/** A position (chức vụ): its title and its rank, 1 the highest. */
export type PositionDoc = Aggregate & { title: string; rank: number };

export const positions = defineAggregate<PositionDoc>('position', 'positions', { title: String, rank: Number }, [
  [{ title: 1 }, { unique: true }],
]);
