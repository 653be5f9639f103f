import { readFile } from 'node:fs/promises';

/**
 * What a process uses: resident memory in bytes, processor time in milliseconds since it began; and whether it waits for
 * something to happen, other than for a processor or a disk.
 */
export type ProcessUse = { readonly residentBytes: number; readonly cpuMs: number; readonly isWaiting: boolean };

/** USER_HZ, in which Linux tells processor times to everybody. */
const TICK_MS = 10;

/** By Linux's /proc; zeros where there is none to ask: then V8's limit and the clock remain. */
export async function readProcessUse(pid: number | undefined): Promise<ProcessUse> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, may hold anything; the rest stands behind it (proc(5): state 3, utime 14, stime 15, rss 24).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      residentBytes: Number(fields[21]) * 4096,
      cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
      isWaiting: fields[0] === 'S',
    };
  } catch {
    return { residentBytes: 0, cpuMs: 0, isWaiting: false };
  }
}
