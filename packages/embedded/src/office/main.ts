/** The one-machine office behind `bin/start`: starts everything, and stops it in order on Ctrl-C or SIGTERM. */
import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { outliveTerminal } from '../outlive-terminal.ts';
import { findProjectRoot } from '../project-root.ts';
import { parseOptions, USAGE } from './options.ts';
import { startOffice } from './start-office.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

function fail(error: unknown): never {
  const sentence = error instanceof ClearFailure ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (!options) return say(USAGE);

  const office = startOffice(options, join(findProjectRoot(), 'dist'), process.env, say);
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    say('Closing ...');
    office.stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);

  try {
    await office.opened;
  } catch (error) {
    if (closing) return; // it did not open because it was told to close
    await office.stop();
    throw error;
  }
}

outliveTerminal();
main().catch(fail);
