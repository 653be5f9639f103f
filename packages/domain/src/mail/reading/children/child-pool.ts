import { tmpdir } from 'node:os';
import { SERVE } from '../child/line.ts';
import type { RunChild } from '../run-limited-child.ts';
import { type ChildCommand, type LimitedChild, startLimitedChild } from './limited-child.ts';

/** Children that are kept for the next letter. */
export type ChildPool = {
  readonly run: RunChild;
  /** Ends those that wait. */
  close(): void;
};

export type PoolLimits = {
  /** A child ends after so many letters, whatever they were. */
  readonly letters: number;
  /** What one may have grown to, bytes: garbage is collected when V8 likes. */
  readonly residentBytes: number;
  /** One that was given nothing for so long ends: a quiet office needs no memory for letters. */
  readonly idleMs: number;
  /** For loading everything, before its first letter. */
  readonly startMs: number;
};

const POOL_LIMITS: PoolLimits = { letters: 200, residentBytes: 350 * 1024 * 1024, idleMs: 60_000, startMs: 30_000 };

type Kept = { readonly child: LimitedChild; letters: number; idle: NodeJS.Timeout | undefined };

/**
 * Runs tasks on hostile content in children that serve many letters each: starting one takes ten times as long as reading
 * a letter. There are as many of them as tasks at once. A child that failed over a letter, was killed over it, or was
 * left otherwise than before is replaced, so that nothing of a letter meets the next one. What a kept child failed at may
 * still have been the fault of an earlier letter, so it is no verdict: whoever wants one has the letter read alone.
 */
export function keepChildren(limits: PoolLimits = POOL_LIMITS): ChildPool {
  const waiting: Kept[] = [];

  const leave = (kept: Kept) => {
    kept.child.kill();
    const index = waiting.indexOf(kept);
    if (index >= 0) waiting.splice(index, 1);
  };
  return {
    run: async (task, command, taskLimits) => {
      // The last one that worked: the others may be idle for long enough to end.
      let kept = waiting.pop();
      while (kept && !kept.child.isFit()) kept = waiting.pop();
      kept ??= { child: await startServing(command, limits.startMs), letters: 0, idle: undefined };
      clearTimeout(kept.idle);
      kept.letters += 1;
      let isKept = false;
      try {
        const failure = await kept.child.give(task, taskLimits);
        isKept =
          failure === null &&
          kept.child.isFit() &&
          kept.letters < limits.letters &&
          (await kept.child.residentBytes()) < limits.residentBytes;
        return failure;
      } finally {
        if (isKept) {
          kept.idle = setTimeout(leave, limits.idleMs, kept).unref();
          waiting.push(kept);
        } else kept.child.kill();
      }
    },
    close: () => {
      for (const kept of [...waiting]) leave(kept);
    },
  };
}

async function startServing(command: ChildCommand, startMs: number): Promise<LimitedChild> {
  const child = await startLimitedChild(command, SERVE, tmpdir());
  const failure = await child.ready(startMs);
  if (failure !== null) throw new Error(`a child that was to read letters did not start: ${failure}`);
  return child;
}
