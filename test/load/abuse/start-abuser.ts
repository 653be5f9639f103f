import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Answers, Given } from './abuser/abuse.ts';
import type { AbuseName } from './abuser/abuses.ts';

const MAIN = fileURLToPath(new URL('abuser/main.ts', import.meta.url));

/** Lets one abuse happen in a process of its own; settles when its time is up, with the answers it got. */
export async function startAbuser(name: AbuseName, given: Given): Promise<Answers> {
  const args = [...process.execArgv, MAIN, name, JSON.stringify(given)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return JSON.parse(said) as Answers;
}
