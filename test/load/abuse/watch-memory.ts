import { readFile } from 'node:fs/promises';

const LOOK_EVERY_MS = 100;

/** Looks at a process's resident memory; answers its peak in MB when asked to stop. */
export function watchMemory(pid: number): () => Promise<number> {
  let peak = 0;
  const look = async () => {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    peak = Math.max(peak, Number(kilobytes) / 1_024);
  };
  const timer = setInterval(() => look().catch(() => clearInterval(timer)), LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await look();
    return peak;
  };
}
