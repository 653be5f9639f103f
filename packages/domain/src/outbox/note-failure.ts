import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';

/** Why the sweep could not tell an entry, kept on the entry itself until it is told. */
export type Failure = { readonly tries: number; readonly retryAt: Date; readonly reason: string };

const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 10 * 60 * 1_000;
const REASON_LENGTH = 200;

/**
 * Notes that an entry could not be told, and lets it rest, twice as long each time: a fault of ours is mended in hours,
 * and what fails meanwhile must neither take the places of what can be told nor fill the log.
 */
export async function noteFailure<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  { version, failure }: { readonly version: number; readonly failure?: Failure },
  error: unknown,
): Promise<void> {
  const tries = (failure?.tries ?? 0) + 1;
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
  const noted: Failure = {
    tries,
    retryAt: new Date(office.clock.now().getTime() + pauseMs),
    reason: String(error).slice(0, REASON_LENGTH),
  };
  await kind
    .of(office)
    .updateOne(
      { _id: id, outbox: { $elemMatch: { version } } } as object,
      { $set: { 'outbox.$.failure': noted } } as object,
    );
}

/** The aggregates that rest. A rest longer than any there is was noted by a clock that was ahead, and is none. */
export const restingAt = (now: Date): object => ({
  outbox: {
    $elemMatch: { 'failure.retryAt': { $gt: now, $lte: new Date(now.getTime() + LONGEST_PAUSE_MS) } },
  },
});
