import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDoubtfulRequest } from './doubtful-request.ts';

const held = new Map<string, string>();
beforeEach(() => {
  held.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('a notice that got no answer is the same when it is published again after a reload', () => {
  const asked = openDoubtfulRequest('notice').requestIdFor('Nghỉ lễ');
  expect(openDoubtfulRequest('notice').requestIdFor('Nghỉ lễ')).toBe(asked);
});

it('what was changed since, or was answered, is another', () => {
  const form = openDoubtfulRequest('notice');
  const asked = form.requestIdFor('Nghỉ lễ');
  const changed = form.requestIdFor('Nghỉ lễ 30/4');
  form.settle();
  expect(new Set([asked, changed, openDoubtfulRequest('notice').requestIdFor('Nghỉ lễ 30/4')]).size).toBe(3);
});

it('what has no draft, a password among it, is kept nowhere but in the form', () => {
  const form = openDoubtfulRequest();
  expect(form.requestIdFor('mật khẩu')).toBe(form.requestIdFor('mật khẩu'));
  expect(held.size).toBe(0);
});
