import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

// The load commands at a size at which their figures say nothing; they end well only when nothing was lost.

const ROOT = fileURLToPath(new URL('../', import.meta.url));

async function load(program: string, ...options: string[]): Promise<string> {
  const args = ['--import', 'tsx', `load/${program}/main.ts`, ...options];
  return (await promisify(execFile)(process.execPath, args, { cwd: ROOT })).stdout;
}

it('chat under load loses, doubles and reorders nothing', async () => {
  const said = await load('chat', '--members', '10', '--senders', '4', '--rate', '50', '--seconds', '1');
  expect(said).toMatch(/^nothing lost, doubled or out of order$/m);
  expect(said).toMatch(/^ratio at full speed: \d+ %$/m);
});

it('whoever costs the office more than themselves is refused for it, and of what others say nothing is lost', async () => {
  const only = 'large bodies,silent sockets';
  const said = await load('abuse', '--people', '60', '--seconds', '1', '--at-most', '60', '--only', only);
  expect(said).toMatch(/^nothing lost, doubled or out of order$/m);
  const answersTo = (name: string) => new RegExp(`^${name}.*\\n +(.*)$`, 'm').exec(said)?.[1] ?? '';
  expect(answersTo('large bodies of nobody')).toMatch(/^(401|429): \d+(, (401|429): \d+)?$/);
  // Of sixty, as many as a busy machine got to within the second.
  const letIn = Number(/101 Switching Protocols: (\d+)/.exec(answersTo('silent sockets'))?.[1]);
  expect(letIn).toBeGreaterThan(0);
  expect(letIn).toBeLessThanOrEqual(50);
  const peaks = [...said.matchAll(/ (\d+)\n {2}\S/g)].map(([, peak]) => Number(peak));
  expect(peaks).toHaveLength(2);
  expect(Math.max(...peaks)).toBeLessThan(600);
}, 180_000);

it('every mail accepted under load is recorded with its bytes, and read', async () => {
  const said = await load(
    'smtp',
    '--mails',
    '50',
    '--warm',
    '20',
    '--rounds',
    '1',
    '--letters',
    '20',
    '--port',
    '2528',
  );
  expect(said).toMatch(/^accepted 70, recorded 70, without their bytes 0$/m);
  expect(said).toMatch(/^letters of one sender, each with a PDF: 20; read 20, unread 0$/m);
});

it('the first page is sent packed, in few files, and can be used over a slow line', async () => {
  const said = await load('first', '--rounds', '1', '--kilobits', '1600');
  expect(said).toMatch(/^today +1600 /m);
  expect(said).toMatch(/^all within the bounds$/m);
}, 120_000);
