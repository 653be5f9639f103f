import { setMaxListeners } from 'node:events';
import { AGGREGATES } from '@congso/domain/collections';
import { DUE_WORK } from '@congso/domain/due-work';
import { collectBlobs } from '@congso/domain/files/collect-blobs';
import { sweepDue } from '@congso/domain/jobs/due-work';
import { removeLeftBehind } from '@congso/domain/mail/deciding/remove-content';
import type { Office } from '@congso/domain/office/office';
import { sweepOutboxes } from '@congso/domain/outbox/sweep-outboxes';
import { sweepHolidays } from '@congso/domain/working-time/fill-holidays';

const EVERY_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Looking through all that is stored is nothing for the minute in which everything starts. */
const COLLECT_FIRST_MS = 60 * 60 * 1_000;

/**
 * Looks every 2 s for what a dead process left untold, and for what is due and nobody was woken for; once a
 * day for holidays not yet in the table, and for contents nobody refers to. Each sweep is a loop of its own that never
 * overtakes itself.
 *
 * @returns stops and waits for the sweeps under way
 */
export function startSweeps(office: Office): () => Promise<void> {
  const stop = new AbortController();
  // One for each loop that pauses, as many as there are kinds: no leak, whatever their number.
  setMaxListeners(0, stop.signal);
  const loops = [
    // One for each kind: reactions of one that take long, or fail, hold up no other.
    ...AGGREGATES.map((kind) =>
      loop(office, `outboxes: ${kind.entity}`, stop.signal, () =>
        unlessShort(office, () => sweepOutboxes(office, [kind])),
      ),
    ),
    loop(office, 'due work', stop.signal, () => unlessShort(office, () => sweepDue(office, DUE_WORK))),
    loop(office, 'holidays', stop.signal, () => sweepHolidays(office), DAY_MS),
    pause(COLLECT_FIRST_MS, stop.signal).then(() =>
      loop(office, 'contents', stop.signal, () => removeContents(office), DAY_MS),
    ),
  ];
  return async () => {
    stop.abort();
    await Promise.all(loops);
  };
}

/** What is due stays due while the disk has no room for what would come of it. */
const unlessShort = async (office: Office, sweep: () => Promise<number>) =>
  (await office.room.isShort()) ? 0 : sweep();

/** What may not be kept, then what nobody refers to. */
const removeContents = async (office: Office) => (await removeLeftBehind(office)) + (await collectBlobs(office));

/** A store that is away is no reason to end, and none to hammer on it: the pause doubles until it is back. */
async function loop(
  office: Office,
  name: string,
  signal: AbortSignal,
  sweep: () => Promise<number>,
  everyMs = EVERY_MS,
): Promise<void> {
  let pauseMs = everyMs;
  while (!signal.aborted) {
    try {
      const found = await sweep();
      if (found > 0) office.log.debug({ sweep: name, found }, 'swept');
      pauseMs = everyMs;
    } catch (error) {
      pauseMs = Math.min(pauseMs * 2, Math.max(LONGEST_PAUSE_MS, everyMs));
      office.log.warn({ err: error, sweep: name, pauseMs }, 'sweep failed, will be repeated');
    }
    await pause(pauseMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
