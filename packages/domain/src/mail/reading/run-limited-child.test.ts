import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChildTask } from './child/task.ts';
import { type ChildCommand, endLimitedChildren } from './children/limited-child.ts';
import { runLimitedChild } from './run-limited-child.ts';

/** What a letter can do to its reader: it never comes to an end. */
const SPINNING = `require('fs').writeFileSync('pid', String(process.pid)); for (;;);`;
const COMMAND: ChildCommand = [process.execPath, '-e', SPINNING];
const LIMITS = { timeoutMs: 60_000, memoryBytes: 700 * 1024 * 1024 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-child-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const task = () => ({ task: 'read', folder }) as ChildTask;
/** The child's process id, when it has told it. */
const pidOfChild = () =>
  vi.waitUntil(async () => Number(existsSync(join(folder, 'pid')) && (await readFile(join(folder, 'pid'), 'utf8'))), {
    timeout: 20_000,
  });
const isAlive = (pid: number) => existsSync(`/proc/${pid}`);

it('a child does not outlive the process that watches its time and memory, even one killed with -9', async () => {
  const program = join(folder, 'worker.mjs');
  await writeFile(
    program,
    `import { runLimitedChild } from ${JSON.stringify(new URL('./run-limited-child.ts', import.meta.url).href)};
    await runLimitedChild(${JSON.stringify(task())}, ${JSON.stringify(COMMAND)}, ${JSON.stringify(LIMITS)});`,
  );
  const worker = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program], { stdio: 'ignore' });
  const child = await pidOfChild();
  try {
    worker.kill('SIGKILL');
    await vi.waitUntil(() => !isAlive(child), { timeout: 10_000 });
  } finally {
    if (isAlive(child)) process.kill(child, 'SIGKILL');
  }
});

it('a process that stops ends its children, and what one had not finished is not taken for the letter’s fault', async () => {
  const ended = expect(runLimitedChild(task(), COMMAND, LIMITS)).rejects.toThrow('cut off');
  const child = await pidOfChild();
  endLimitedChildren();
  await ended;
  expect(isAlive(child)).toBe(false);
});
