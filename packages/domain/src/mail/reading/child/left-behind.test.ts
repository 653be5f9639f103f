import { expect, it } from 'vitest';
import { watchLeftBehind } from './left-behind.ts';

it('what a letter changed of what all letters share is seen, and what changed nothing is not', async () => {
  const isClean = watchLeftBehind();
  expect(isClean()).toBe(true);
  const shared = Object.prototype as Record<string, unknown>;
  const changes: [() => void, () => void][] = [
    [() => Object.assign(shared, { polluted: 1 }), () => delete shared.polluted],
    [() => Object.assign(globalThis, { left: 1 }), () => Reflect.deleteProperty(globalThis, 'left')],
    [() => Object.assign(process.env, { LEFT: '1' }), () => delete process.env.LEFT],
  ];
  for (const [change, undo] of changes) {
    change();
    expect(isClean()).toBe(false);
    undo();
    expect(isClean()).toBe(true);
  }
  const { trim } = String.prototype;
  String.prototype.trim = () => 'other';
  expect(isClean()).toBe(false);
  String.prototype.trim = trim;
  const timer = setTimeout(() => undefined, 60_000);
  expect(isClean()).toBe(false);
  clearTimeout(timer);
});
