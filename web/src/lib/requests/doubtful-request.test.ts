import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBrowserOfTests } from '../kept/browser-of-tests.ts';
import { openDoubtfulRequest } from './doubtful-request.ts';

let browser: ReturnType<typeof openBrowserOfTests>;
beforeEach(() => {
  browser = openBrowserOfTests();
});
afterEach(() => vi.unstubAllGlobals());

it.each(['reload', 'closed tab'])(
  'a notice that got no answer is the same when it is published again after a %s',
  (end) => {
    const asked = openDoubtfulRequest('notice').requestIdFor('Nghỉ lễ');
    if (end === 'closed tab') browser.openTab();
    expect(openDoubtfulRequest('notice').requestIdFor('Nghỉ lễ')).toBe(asked);
  },
);

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
  expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)]).toEqual([]);
});
