import { expect, test } from 'vitest';
import { runWhileHeld } from './run-while-held.ts';

const running = (program: string, onLine: (line: string) => void = () => {}) => ({
  command: process.execPath,
  args: ['-e', program],
  env: { PATH: process.env.PATH },
  onLine,
});

test('a backup whose office is let go of before it is whole is ended and called no backup', async () => {
  let lose: () => void = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const copying = running(`console.log('copying'); setInterval(() => {}, 1000);`, () => lose());
  await expect(runWhileHeld({ lost }, copying)).rejects.toThrow('this backup is not to be used');
});

test('one whose office was held to its end is what it says itself', async () => {
  const lost = new Promise<void>(() => {});
  expect(await runWhileHeld({ lost }, running('process.exit(0)'))).toBe(0);
  expect(await runWhileHeld({ lost }, running('process.exit(1)'))).toBe(1);
});
