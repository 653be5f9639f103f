import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'congso-main-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `bin/start`'s program to its end. */
function start(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  return spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], { encoding: 'utf8' });
}

test('a port in use ends it with one sentence on standard error, without a stack trace', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const { status, stderr } = start('--data', join(folder, 'data'), '--port', String(port));
  expect(status).toBe(1);
  expect(stderr).toBe(`Port ${port} on 127.0.0.1 is in use; stop what uses it or choose another with --port.\n`);
  await new Promise((resolve) => other.close(resolve));
});

test('a data folder that cannot be made is one sentence', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { status, stderr } = start('--data', join(file, 'data'));
  expect(status).toBe(1);
  expect(stderr).toBe(
    `The data folder ${join(file, 'data')} cannot be written (ENOTDIR); choose another with --data.\n`,
  );
});

test('an option it does not know is one sentence', () => {
  const { status, stderr } = start('--prot', '8080');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Unknown option '--prot'.*\n$/);
});

test('a port that is no number is one sentence', () => {
  expect(start('--port', '80a').stderr).toBe('--port must be a number from 1 to 65535, not "80a".\n');
  expect(start('--port', '70000').stderr).toBe('--port must be a number from 1 to 65535, not "70000".\n');
});

test('one port for pages and mail is one sentence', () => {
  expect(start('--data', join(folder, 'data'), '--port', '2525').stderr).toBe(
    '--port and --smtp-port must be two ports, not 2525 both.\n',
  );
});

test('--help lists the options', () => {
  const { status, stdout } = start('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('--smtp-port N');
});

test.each(['office', 'safekeeping'])('%s: whoever reads it may go away without a crash', async (task) => {
  const main = fileURLToPath(new URL(`../${task}/main.ts`, import.meta.url));
  const args = ['--import', import.meta.resolve('tsx'), main, ...(task === 'office' ? [] : ['backup']), '--help'];
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  program.stdout.destroy();
  expect(await once(program, 'exit')).toEqual([0, null]);
});
