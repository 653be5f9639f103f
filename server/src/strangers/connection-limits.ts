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

function openFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: unknown } } };
  const soft = Number(userLimits?.open_files?.soft);
  return Number.isNaN(soft) ? MOST : soft;
}
