/** `safekeeping.mjs backup|restore ...`: what stands behind `bin/backup` and `bin/restore`. */
import { fileURLToPath } from 'node:url';
import { ClearFailure } from '../clear-failure.ts';
import { outliveTerminal } from '../outlive-terminal.ts';
import { holdOffice } from './hold-office.ts';
import { parseOptions, type Task, USAGE } from './options.ts';
import { requireNewFolder } from './require-new-folder.ts';
import { runWhileHeld } from './run-while-held.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(task: Task, args: readonly string[]): Promise<void> {
  const options = parseOptions(task, args);
  if (!options) return say(USAGE[task]);
  if (task === 'backup') requireNewFolder(options.folder);
  const held = await holdOffice(options, process.env, say);
  try {
    say(task === 'backup' ? 'Copying ...' : 'Checking the backup, then restoring it ...');
    const code = await runWhileHeld(held, {
      command: process.execPath,
      // Beside this bundle.
      args: ['--enable-source-maps', fileURLToPath(new URL(`./${task}.mjs`, import.meta.url)), options.folder],
      env: { ...process.env, MONGODB_URL: held.mongoUrl, BLOB_DIR: held.blobDir },
      onLine: (line, stream) => void process[stream].write(`${line}\n`),
    });
    process.exitCode = code === 0 ? 0 : 1;
  } finally {
    await held.release();
  }
}

outliveTerminal();
const [, , task, ...args] = process.argv;
main(task === 'restore' ? 'restore' : 'backup', args).catch((error: unknown) => {
  const sentence = error instanceof ClearFailure ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
