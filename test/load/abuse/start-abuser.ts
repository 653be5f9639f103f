import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Answers, Given } from './abuser/abuse.ts';
import type { AbuseName } from './abuser/abuses.ts';

const MAIN = fileURLToPath(new URL('abuser/main.ts', import.meta.url));

/** An abuse that has begun, in a process of its own; `answers` settle when its time is up. */
export type Abuser = { readonly answers: Promise<Answers> };

/** Settles when the abuse begins. Abusers have machines of their own: here they get what the office leaves. */
export async function startAbuser(name: AbuseName, given: Given): Promise<Abuser> {
  const args = ['-n', '19', process.execPath, ...process.execArgv, MAIN, name, JSON.stringify(given)];
  const child = spawn('nice', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));
  const ended = once(child, 'close');
  await Promise.race([once(lines, 'line'), ended]);
  return { answers: ended.then(() => JSON.parse(said[1] ?? '{"did not begin":1}') as Answers) };
}
