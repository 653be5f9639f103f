import type { Actor } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { type Aggregate, type AggregateKind, REMEMBERED_REQUESTS, requestKey } from './aggregate.ts';
import { buildOutboxEntry, type Story } from './outbox-entry.ts';

/** A decision about one aggregate: the fields to set and the story of it; `null` leaves everything as it is. */
export type Change<T extends Aggregate> = {
  readonly set: Partial<Omit<T, keyof Aggregate>>;
  readonly story: Story;
} | null;

const MAX_TRIES = 20;

/**
 * Changes one aggregate in ONE atomic write: new state, version + 1, and the story in its outbox. `decide`
 * sees the current state and may throw a Refusal; when somebody else wrote in between it is asked again. With a
 * `requestId` under which the same actor has already changed this aggregate nothing happens and the current state is the
 * answer; `decide` is not asked, so whoever shows that answer asks the gate himself.
 *
 * @throws Refusal NOT_FOUND (on the kind's `idField`) when there is none, CONFLICT when others kept winning. Who may not
 * know of it throws the very same from `decide`.
 */
export async function changeAggregate<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  actor: Actor,
  requestId: string | null,
  decide: (current: T) => Change<T> | Promise<Change<T>>,
): Promise<T> {
  const key = `${kind.entity}:${id}`;
  return inTurn(office, key, () => changeNow(office, kind, id, actor, requestId, decide));
}

const turns = new WeakMap<Office, Map<string, Promise<unknown>>>();

/** Nobody waits longer for whoever is before them: two who waited for each other would wait for ever. */
const LONGEST_WAIT_MS = 2_000;

/**
 * Those who change the same thing at once would make each other read and decide again, ten of them fifty times. Only a
 * help: it is the conditional write that keeps them apart.
 */
async function inTurn<R>(office: Office, key: string, work: () => Promise<R>): Promise<R> {
  const own = turns.get(office) ?? new Map<string, Promise<unknown>>();
  turns.set(office, own);
  const before = own.get(key);
  const turn = before ? waitFor(before).then(work) : work();
  own.set(key, turn);
  try {
    return await turn;
  } finally {
    if (own.get(key) === turn) own.delete(key);
  }
}

/** Settles when `before` has, however it ended, or when it has taken too long; never rejects. */
function waitFor(before: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    before.then(end, end);
  });
}

async function changeNow<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  actor: Actor,
  requestId: string | null,
  decide: (current: T) => Change<T> | Promise<Change<T>>,
): Promise<T> {
  const model = kind.of(office);
  const key = requestId === null ? null : requestKey(actor, requestId);
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const current = await model.findOne({ _id: id }).lean<T>();
    if (!current) throw new Refusal('NOT_FOUND', { field: kind.idField });
    if (key !== null && current.requestIds.includes(key)) return current;
    const change = await decide(current);
    if (!change) return current;
    const version = current.version + 1;
    const entry = buildOutboxEntry(version, actor, office.clock.now(), change.story);
    const changed = await model
      .findOneAndUpdate(
        { _id: id, version: current.version },
        {
          $set: { ...change.set, version },
          $push: {
            outbox: entry,
            ...(key !== null && { requestIds: { $each: [key], $slice: -REMEMBERED_REQUESTS } }),
          },
        },
        { returnDocument: 'after' },
      )
      .lean<T>();
    if (changed) {
      office.relay.start(kind, changed);
      return changed;
    }
  }
  throw new Refusal('CONFLICT');
}
