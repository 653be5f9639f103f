/** The one-machine office behind `bin/start`: starts everything, and stops it in order on Ctrl-C or SIGTERM. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClearFailure } from '../clear-failure.ts';
import { outliveTerminal } from '../outlive-terminal.ts';
import { parseOptions, USAGE } from './options.ts';
import { startOffice } from './start-office.ts';

/** Where this bundle really lies: `dist` is a link, which the next build turns elsewhere. */
const OWN_BUILD = dirname(fileURLToPath(import.meta.url));

const say = (line: string) => void process.stdout.write(`${line}\n`);

function fail(error: unknown): never {
  const sentence = error instanceof ClearFailure ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (!options) return say(USAGE);

  const office = startOffice(options, OWN_BUILD, process.env, say);
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
