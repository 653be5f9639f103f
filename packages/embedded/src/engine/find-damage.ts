import { fileURLToPath } from 'node:url';
import { engineLauncher } from '../libc/engine-launcher.ts';
import { parseJsonLine } from '../supervise/json-line.ts';
import { runToEnd } from '../supervise/run-to-end.ts';

const CHECK = fileURLToPath(new URL('./engine-check.mjs', import.meta.url)); // the same name beside the bundle in dist/

/** The office is closed while it is looked for: in this time some ten GB are read. */
const LONGEST_MS = 120_000;

/** A part of the database that cannot be read: the collection it belongs to, and its file in the data folder. */
export type Damage = { collection: string; file: string };

/**
 * Looks for the damaged file of a database that nobody has open, by reading all of it: the engine itself aborts where
 * it meets one and names nothing.
 *
 * @param runtimeDir a private folder from `prepareRuntimeFolder`
 * @returns null when everything could be read, or the time was too short to tell
 */
export async function findDamage(dataDir: string, runtimeDir: string, signal: AbortSignal): Promise<Damage | null> {
  const launcher = engineLauncher();
  let reading: Damage | null = null;
  const check = runToEnd({
    command: launcher.command,
    args: [...launcher.args, CHECK, dataDir],
    env: { ...process.env, TMPDIR: runtimeDir },
    onLine: (line) => {
      const said = parseJsonLine(line);
      if (said?.reading) reading = said.reading as Damage;
      if (said?.whole) reading = null;
    },
  });
  let isGivenUp = false;
  const giveUp = () => {
    isGivenUp = true;
    void check.stop();
  };
  const timer = setTimeout(giveUp, LONGEST_MS);
  signal.addEventListener('abort', giveUp, { once: true });
  await check.ended;
  clearTimeout(timer);
  signal.removeEventListener('abort', giveUp);
  return isGivenUp ? null : reading;
}
