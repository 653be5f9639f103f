import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessSpec, type RunningProcess, startProcess } from './start-process.ts';

/** How long a process that died waits before it is started again. */
export interface BackOff {
  firstMs: number;
  /** Each death in a row doubles the wait, up to this. */
  mostMs: number;
  /** After having served this long a death counts as the first again. */
  stableMs: number;
}

/** What the operator is told about a supervised process. */
export type SupervisionEvent =
  | { kind: 'died'; name: string; reason: string; againInMs: number }
  | { kind: 'back'; name: string; pid: number };

/** A process that is started again whenever it ends by itself. */
export interface SupervisedProcess {
  name: string;
  /** The running process's id; null between a death and the next start, and while it is paused. */
  pid: () => number | null;
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
  options: { backOff?: BackOff; signal?: AbortSignal } = {},
): Promise<SupervisedProcess> {
  const backOff = options.backOff ?? USUAL;
  let watch = keepRunning(spec, onEvent, backOff, await startProcess(spec, options.signal));
  return {
    name: spec.name,
    pid: () => watch.pid(),
    pause: () => watch.end(),
    resume: () => {
      watch = keepRunning(spec, onEvent, backOff, null);
    },
    stop: () => watch.end(),
  };
}

/** Keeps a process running until `end`, which ends it; `first` is the one that runs already, if one does. */
function keepRunning(
  spec: ProcessSpec,
  onEvent: (event: SupervisionEvent) => void,
  backOff: BackOff,
  first: RunningProcess | null,
): { pid: () => number | null; end: () => Promise<void> } {
  let running = first;
  let startedAt = Date.now();
  let deathsInARow = 0;
  const stopping = new AbortController();

  const died = async (reason: string) => {
    const againInMs = Math.min(backOff.firstMs * 2 ** deathsInARow, backOff.mostMs);
    deathsInARow += 1;
    onEvent({ kind: 'died', name: spec.name, reason, againInMs });
    await sleep(againInMs, undefined, { signal: stopping.signal }).catch(() => {}); // woken early when we stop
  };

  const startAgain = async () => {
    try {
      running = await startProcess(spec, stopping.signal);
      startedAt = Date.now();
      onEvent({ kind: 'back', name: spec.name, pid: running.pid });
    } catch (error) {
      if (stopping.signal.aborted) return;
      await died(error instanceof Error ? error.message : String(error));
    }
  };

  const watch = async () => {
    while (!stopping.signal.aborted) {
      if (!running) {
        await startAgain();
        continue;
      }
      const end = await running.ended;
      running = null;
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt >= backOff.stableMs) deathsInARow = 0;
      await died(`ended with ${end.signal ?? `code ${end.code}`}`);
    }
  };
  const watched = watch();

  return {
    pid: () => running?.pid ?? null,
    end: async () => {
      stopping.abort();
      await running?.stop();
      await watched;
      await running?.stop(); // one that became ready just as the start was given up
    },
  };
}
