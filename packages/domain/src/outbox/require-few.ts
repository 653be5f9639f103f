import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The instant from which on counts what a person made within the last 24 hours. */
export const dayAgo = (office: Office): Date => new Date(office.clock.now().getTime() - DAY_MS);

/**
 * Lets one account make only so many of a kind within 24 hours: a program that has run wild, or somebody with a password
 * that is not theirs, keeps the whole office busy with what follows. Whoever asks at the same moment may get a few more.
 *
 * @param among which of the kind count; together with who made them and when they have an index
 * @throws Refusal TOO_MANY_TODAY
 */
export async function requireFewToday<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  { personId }: Pick<Caller, 'personId'>,
  most: number,
  among: object = {},
): Promise<void> {
  const made: object = { createdById: personId, createdAt: { $gt: dayAgo(office) }, ...among };
  if ((await kind.of(office).countDocuments(made, { limit: most })) >= most) throw new Refusal('TOO_MANY_TODAY');
}

/**
 * Lets there be only so many of a kind at once.
 *
 * @throws Refusal TOO_MANY_KEPT
 */
export async function requireFewKept<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  most: number,
  among: object = {},
): Promise<void> {
  if ((await kind.of(office).countDocuments(among, { limit: most })) >= most) throw new Refusal('TOO_MANY_KEPT');
}
