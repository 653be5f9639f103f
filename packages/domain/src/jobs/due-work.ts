import type { JobName } from '@congso/contract/jobs';
import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from '../outbox/aggregate.ts';
import { wake } from './wake.ts';

/** An aggregate that has work to do at an instant; null when there is none. */
export type Due = Aggregate & { nextAt: Date | null; attempts: number };

/** One kind of due work: which job does it, on which aggregate. The table is `packages/domain/src/due-work.ts`. */
export type DueWork = {
  readonly job: JobName;
  readonly kind: AggregateKind<Due>;
} & Duty;

/** Which of a kind it is about, and how far ahead its instant can be: null where people choose it. */
export type Duty = { readonly select: Record<string, unknown>; readonly longestMs: number | null };

/** The fields and the index every aggregate with due work has. */
export const dueFields = { nextAt: { type: Date, default: null }, attempts: { type: Number, default: 0 } };
export const dueIndex = [{ nextAt: 1 }, { partialFilterExpression: { nextAt: { $type: 'date' } } }] as const;

/**
 * What is due, in the words of that index: in others it would not be used, and every sweep would read everything. What
 * is further ahead than it can be was written while a clock was wrong (as one that takes local time for UTC, until it
 * asks the network): it is due as well, or a letter would lie unread until that clock was right.
 */
export const dueAt = (now: Date, { select, longestMs }: Duty): Record<string, unknown> => {
  const isOver = { nextAt: { $type: 'date', $lte: now } };
  if (longestMs === null) return { ...select, ...isOver };
  const isTooFar = { nextAt: { $type: 'date', $gt: new Date(now.getTime() + longestMs) } };
  return { ...select, $or: [isOver, isTooFar] };
};

/** The same of one that was read. */
export const isDue = ({ nextAt }: Due, now: Date, { longestMs }: Pick<Duty, 'longestMs'>): boolean =>
  nextAt !== null && (nextAt <= now || (longestMs !== null && nextAt.getTime() > now.getTime() + longestMs));

/** Wakes workers for everything that is due, after a crash or after Redis forgot. Returns how much it found. */
export async function sweepDue(office: Office, works: readonly DueWork[]): Promise<number> {
  let found = 0;
  for (const { job, kind, ...duty } of works) {
    const now = office.clock.now();
    const due = await kind
      .of(office)
      .find(dueAt(now, duty), { nextAt: 1 })
      .sort({ nextAt: 1 })
      .limit(500)
      .lean<Pick<Due, '_id' | 'nextAt'>[]>();
    for (const { _id, nextAt } of due) {
      if (nextAt) await wake(office, job, _id, new Date(Math.min(nextAt.getTime(), now.getTime())));
    }
    found += due.length;
  }
  return found;
}

/**
 * Claims due work for one worker: whoever moves `nextAt` to the end of the lease has it. A worker that dies leaves it
 * due again when the lease ends, one attempt older, so a letter that kills its reader cannot do so for ever.
 */
export async function claimDue<T extends Due>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  leaseMs: number,
  duty: Duty,
): Promise<T | null> {
  const now = office.clock.now();
  return kind
    .of(office)
    .findOneAndUpdate(
      { ...dueAt(now, duty), _id: id },
      { $set: { nextAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } } as object,
      { returnDocument: 'after' },
    )
    .lean<T | null>();
}

/**
 * Whether due work is still under the claim one worker took: not when its lease ended and another has it, nor when it
 * was decided meanwhile that it is to be done anew, under other circumstances.
 */
export const isStillClaimed = (claimed: Due, current: Due): boolean =>
  claimed.nextAt?.getTime() === current.nextAt?.getTime();
