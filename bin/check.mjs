/** Runs every check, two at a time, prints each verdict and what a failed one said, then one line with the counts. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const AT_ONCE = 2;
const tool = (name) => join(ROOT, 'node_modules/.bin', name);

/** One program for everything that runs in Node, one for the browser: a program for each package reads domain seven times. */
const types = (folder) => [tool('tsc'), '--noEmit', '--checkers', '2', '-p', folder];
const checks = [
  { name: 'types of what runs in Node', command: types('.') },
  { name: 'types of what runs in the browser', command: types('web') },
  { name: 'style', command: [tool('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'unused code', command: [tool('knip')] },
  { name: 'unused words', command: [process.execPath, 'bin/check-catalog.mjs'] },
  // The build is nothing to do when it is up to date.
  { name: 'first load', command: ['sh', '-c', 'node bin/build.mjs && node web/check-bundle.mjs'] },
  { name: 'structure', command: [process.execPath, 'bin/check-structure.mjs'] },
];

/** Runs one check; true when it found nothing. */
function run({ name, command }) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        said += text;
      });
    }
    child.on('error', (error) => {
      said += error.message;
      resolve(report(name, false, said));
    });
    child.on('close', (code) => resolve(report(name, code === 0, said)));
  });
}

function report(name, passed, said) {
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name}\n`);
  if (!passed) process.stdout.write(`${said.trimEnd().replace(/^/gm, '    ')}\n`);
  return passed;
}

const waiting = [...checks];
const verdicts = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) verdicts.push(await run(check));
  }),
);
const failed = verdicts.filter((passed) => !passed).length;
process.stdout.write(`checks: ${verdicts.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
