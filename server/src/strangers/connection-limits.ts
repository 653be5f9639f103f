import { readFileSync } from 'node:fs';
import type { ConnectionLimits } from './limit-connections.ts';

/** Beside connections a process opens files and lines to its stores. */
const OTHER_FILES = 1_000;
const MOST = 20_000;

/** How many connections this process takes, by how many files the system lets it open (`ulimit -n`). */
export function connectionLimits(isBehindProxy: boolean): ConnectionLimits {
  const inAll = Math.max(100, Math.min(MOST, openFiles() - OTHER_FILES));
  // The connections of a proxy are its own, and it has limits of its own.
  if (isBehindProxy) return { inAll, fromOneNetwork: Number.POSITIVE_INFINITY, ofOnePerson: Number.POSITIVE_INFINITY };
  return { inAll, fromOneNetwork: 500, ofOnePerson: 300 };
}

/** As Linux says it. Node's own report would say it as well, and take a second and 100 MB for its stack trace. */
function openFiles(): number {
  const soft = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  return soft === undefined ? MOST : Number(soft);
}
