import { createManualClock, type ManualClock } from '@congso/domain/office/clock';
import type { Office } from '@congso/domain/office/office';
import { createRelay } from '@congso/domain/outbox/relay';
import { dismissReminder } from '@congso/domain/reminders/choose-reminder';
import { findReminder } from '@congso/domain/reminders/find-reminder';
import { fireReminder } from '@congso/domain/reminders/fire-reminder';
import { type ReminderDoc, reminders, targetKeyOf } from '@congso/domain/reminders/reminder-model';
import { type Demo, once } from './demo.ts';

/**
 * One course of events on a clock of its own: a letter's, a notice's, a conversation's. Courses that do not touch each
 * other need not wait for each other's clock, so many are lived at once.
 */
export type Lane = {
  readonly office: Office & { readonly clock: ManualClock };
  /** Goes on to an instant; what rings about the followed task on the way rings at its own time. */
  reach(instant: Date): Promise<void>;
  /** So many working minutes later. */
  later(minutes: number): Promise<void>;
  /** From now on the reminders of this task ring. */
  follow(taskId: string): void;
};

/** Thrown where a course of events reaches the present: it stays as it is now, for the visitor to go on with. */
class StillAhead extends Error {}

/** Lives a course of events from an instant up to the present. */
export async function live(demo: Demo, start: Date, course: (lane: Lane) => Promise<void>): Promise<void> {
  const lane = openLane(demo, start);
  try {
    await lane.reach(start);
    await course(lane);
  } catch (error) {
    if (!(error instanceof StillAhead)) throw error;
  } finally {
    await lane.office.relay.settled();
  }
}

type Course = () => Promise<void>;

/** Lives many courses, some at a time: more would only wait for each other at the database. */
export async function liveAll(courses: Iterable<Course> | AsyncIterable<Course>): Promise<void> {
  const waiting = eachOf(courses);
  const AT_ONCE = 8;
  await allEnded(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = await waiting.next(); !next.done; next = await waiting.next()) await next.value();
    }),
  );
}

/** Waits for all of them also when one fails, and fails then: nothing goes on behind the back of a filling that failed. */
export async function allEnded(works: readonly Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(works)) if (end.status === 'rejected') throw end.reason;
}

async function* eachOf(courses: Iterable<Course> | AsyncIterable<Course>): AsyncGenerator<Course> {
  yield* courses;
}

/** The office on a clock of its own. What follows from a command happens at that time too, so it has a relay of its own. */
export function onOwnClock(demo: Demo, start: Date): Demo['office'] {
  const clock = createManualClock(start);
  const office: Demo['office'] = { ...demo.office, clock, relay: createRelay(() => office) };
  return office;
}

function openLane(demo: Demo, start: Date): Lane {
  const office = onOwnClock(demo, start);
  const followed = new Set<string>();
  const reach = async (instant: Date) => {
    await office.relay.settled();
    const stop = instant > demo.until ? demo.until : instant;
    for (const taskId of followed) await ring(demo, office, taskId, stop);
    office.clock.set(stop);
    if (instant > demo.until) throw new StillAhead();
  };
  return {
    office,
    reach,
    later: (minutes) => reach(demo.hours.after(office.clock.now(), minutes)),
    follow: (taskId) => void followed.add(taskId),
  };
}

const DAY_MS = 24 * 60 * 60_000;

async function ring(demo: Demo, office: Lane['office'], taskId: string, until: Date): Promise<void> {
  const due = await reminders
    .of(office)
    .find({ targetKey: targetKeyOf({ kind: 'task', id: taskId }), state: 'scheduled', nextAt: { $lte: until } })
    .sort({ nextAt: 1 })
    .lean<ReminderDoc[]>();
  for (const { _id, personId, at } of due) {
    office.clock.set(at);
    await fireReminder(office, _id);
    // What follows from it is told at its own time, before the clock goes on.
    await office.relay.settled();
    // Whoever has reported by then is not called.
    if ((await findReminder(office, _id))?.state !== 'fired') continue;
    // People see what rings; only the last day's still does.
    const caller = [...demo.callers.values()].find((one) => one.personId === personId);
    const seenAt = demo.hours.after(at, 12);
    if (!caller || demo.until.getTime() - at.getTime() < DAY_MS || seenAt > demo.until) continue;
    office.clock.set(seenAt);
    await dismissReminder(office, caller, { requestId: once('dismiss', _id), reminderId: _id });
  }
  if (due.length > 0) await office.relay.settled();
}
