import { join } from 'node:path';
import { z } from 'zod';
import { ClearFailure } from '../clear-failure.ts';
import { parseJsonLine } from '../supervise/json-line.ts';
import { runToEnd } from '../supervise/run-to-end.ts';
import { lastWords } from './last-words.ts';
import type { Say } from './say.ts';

/** What the processes that prepare an office, and then end, are given. */
export interface Preparation {
  distDir: string;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  say: Say;
  /** Stops one that is under way. */
  signal: AbortSignal;
}

const KEPT_LINES = 40;

/** Fills the demonstration office; what it says about its progress is passed on. */
export async function fillDemo(preparation: Preparation): Promise<void> {
  preparation.say('Filling the demonstration office ...');
  await runPreparation('demo', preparation, (line) => preparation.say(`  ${line}`));
}

const foundingAnswer = z.union([z.object({ founded: z.literal(true) }), z.object({ token: z.string() })]);

/** The one-time token that founds this office; null when it is founded already. */
export async function findFoundingToken(preparation: Preparation): Promise<string | null> {
  let token: string | null | undefined;
  await runPreparation('founding', preparation, (line) => {
    const answer = foundingAnswer.safeParse(parseJsonLine(line));
    if (answer.success) token = 'token' in answer.data ? answer.data.token : null;
    else preparation.log(line); // the token is never logged
  });
  if (token === undefined) throw new ClearFailure('founding did not say whether the office is founded.');
  return token;
}

async function runPreparation(
  name: 'demo' | 'founding',
  { distDir, env, log, signal }: Preparation,
  onOutput: (line: string) => void,
): Promise<void> {
  const lastLines: string[] = [];
  const oneShot = runToEnd({
    command: process.execPath,
    args: ['--enable-source-maps', join(distDir, `${name}.mjs`)],
    env,
    onLine: (line, stream) => {
      if (stream === 'stdout') onOutput(line);
      else log(line);
      if (lastLines.push(line) > KEPT_LINES) lastLines.shift();
    },
  });
  const stop = () => void oneShot.stop();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const end = await oneShot.ended;
  signal.removeEventListener('abort', stop);
  if (end.code !== 0) throw new ClearFailure(`${name} failed: ${lastWords(lastLines)}`);
}
