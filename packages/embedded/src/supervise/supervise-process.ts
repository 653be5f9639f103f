import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessEnd } from './spawn-bound.ts';
import { type ProcessSpec, type RunningProcess, startProcess } from './start-process.ts';
import { type HealthCheck, USUAL_CHECK, watchHealth } from './watch-health.ts';

/** How long a process that died waits before it is started again. */
export interface BackOff {
  firstMs: number;
  /** Each death in a row doubles the wait, up to this. */
  mostMs: number;
  /** After having served this long a death counts as the first again. */
  stableMs: number;
}

/** What the operator is told about a supervised process; `meaning` is a sentence about why, where one is known. */
export type SupervisionEvent =
  | { kind: 'died'; name: string; reason: string; meaning: string | null; againInMs: number }
  | { kind: 'back'; name: string; pid: number };

/** A process that is started again whenever it ends by itself. */
export interface SupervisedProcess {
  name: string;
  /** The running process's id; null between a death and the next start, and while it is paused. */
  pid: () => number | null;
  /** What its last death meant, once that has been looked for; null when it did not die, or nobody knows why. */
  lastMeaning: () => Promise<string | null>;
  /** Ends the process and leaves it so until `resume`. Twice is as once. */
  pause: () => Promise<void>;
  /** Starts it again, and again if need be; does not wait for it. */
  resume: () => void;
  /** Ends the supervision, then the process. Twice is as once. */
  stop: () => Promise<void>;
}

const USUAL: BackOff = { firstMs: 250, mostMs: 30_000, stableMs: 60_000 };

/**
 * Starts a process and keeps it running.
 *
 * @param options.signal gives up the first start
 * @throws NotStarted when even the first start fails: that is a fault of the installation, which retrying would hide
 */
export async function superviseProcess(
  spec: ProcessSpec,
  onEvent: (event: SupervisionEvent) => void,
  options: { backOff?: BackOff; check?: HealthCheck; signal?: AbortSignal } = {},
): Promise<SupervisedProcess> {
  const pace = { backOff: options.backOff ?? USUAL, check: options.check ?? USUAL_CHECK };
  let watch = keepRunning(spec, onEvent, pace, await startProcess(spec, options.signal));
  return {
    name: spec.name,
    pid: () => watch.pid(),
    lastMeaning: () => watch.lastMeaning(),
    pause: () => watch.end(),
    resume: () => {
      watch = keepRunning(spec, onEvent, pace, null);
    },
    stop: () => watch.end(),
  };
}

/** Keeps a process running until `end`, which ends it; `first` is the one that runs already, if one does. */
function keepRunning(
  spec: ProcessSpec,
  onEvent: (event: SupervisionEvent) => void,
  { backOff, check }: { backOff: BackOff; check: HealthCheck },
  first: RunningProcess | null,
): { pid: () => number | null; lastMeaning: () => Promise<string | null>; end: () => Promise<void> } {
  let running = first;
  let startedAt = Date.now();
  let deathsInARow = 0;
  const stopping = new AbortController();
  let lastMeaning: Promise<string | null> = Promise.resolve(null);
  const lookInto = (end: ProcessEnd | null) => {
    const looked = spec.onDeath?.(end, stopping.signal) ?? Promise.resolve(null);
    lastMeaning = looked.catch((error: unknown) => String(error));
    return lastMeaning;
  };

  const died = async (reason: string, meaning: string | null) => {
    if (stopping.signal.aborted) return;
    const againInMs = Math.min(backOff.firstMs * 2 ** deathsInARow, backOff.mostMs);
    deathsInARow += 1;
    onEvent({ kind: 'died', name: spec.name, reason, meaning, againInMs });
    await sleep(againInMs, undefined, { signal: stopping.signal }).catch(() => {}); // woken early when we stop
  };

  const startAgain = async () => {
    try {
      running = await startProcess(spec, stopping.signal);
      startedAt = Date.now();
      onEvent({ kind: 'back', name: spec.name, pid: running.pid });
    } catch (error) {
      if (stopping.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      await died(reason, await lookInto(null));
    }
  };

  const watch = async () => {
    while (!stopping.signal.aborted) {
      if (!running) {
        await startAgain();
        continue;
      }
      const { end, isHung } = await endOf(running, check);
      running = null;
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt >= backOff.stableMs) deathsInARow = 0;
      if (isHung) await died(`did not answer for ${(check.everyMs * check.mostOpen) / 1000} s and was killed`, null);
      else await died(`ended with ${end.signal ?? `code ${end.code}`}`, await lookInto(end));
    }
  };
  const watched = watch();

  return {
    pid: () => running?.pid ?? null,
    lastMeaning: () => lastMeaning,
    end: async () => {
      stopping.abort();
      await running?.stop();
      await watched;
      await running?.stop(); // one that became ready just as the start was given up
    },
  };
}

/** Waits until a process has ended, and ends one that no longer answers: it would otherwise serve nobody for ever. */
async function endOf(running: RunningProcess, check: HealthCheck): Promise<{ end: ProcessEnd; isHung: boolean }> {
  let isHung = false;
  const endWatch = running.askHealth
    ? watchHealth(running.askHealth, check, () => {
        isHung = true;
        void running.kill9();
      })
    : () => {};
  const end = await running.ended;
  endWatch();
  return { end, isHung };
}
