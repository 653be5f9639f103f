import { createInterface } from 'node:readline';
import { type ProcessEnd, spawnBound, waitForEnd } from './spawn-bound.ts';

/** A process that does one thing and ends. */
export interface OneShotSpec {
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  onLine: (line: string, stream: 'stdout' | 'stderr') => void;
}

/** A one-shot process under way. */
export interface OneShot {
  ended: Promise<ProcessEnd>;
  stop: () => Promise<void>;
}

/** Starts a one-shot process; its lines come as it says them. */
export function runToEnd(spec: OneShotSpec): OneShot {
  const child = spawnBound(spec.command, spec.args, spec.env);
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => spec.onLine(line, 'stdout'));
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => spec.onLine(line, 'stderr'));
  const ended = waitForEnd(child, (reason) => spec.onLine(reason, 'stderr'));
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
