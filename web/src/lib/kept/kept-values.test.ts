import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBrowserOfTests } from './browser-of-tests.ts';
import { followKept, forgetKept, forgetOldKept, keep, readKept } from './kept-values.ts';

let browser: ReturnType<typeof openBrowserOfTests>;
beforeEach(() => {
  browser = openBrowserOfTests();
});
afterEach(() => vi.unstubAllGlobals());

it('what one was at in a tab that was closed is there in the next one, until it is sent', () => {
  keep('draft', 'chưa xong');
  browser.openTab();
  expect(readKept('draft')).toBe('chưa xong');
  forgetKept('draft');
  browser.openTab();
  expect(readKept('draft')).toBeNull();
});

it('two tabs that write two things under one name each find their own again, and send none but their own away', () => {
  keep('draft', 'ở thẻ này');
  const first = sessionStorage;
  browser.openTab();
  keep('draft', 'ở thẻ kia');
  browser.returnTo(first);
  expect(readKept('draft')).toBe('ở thẻ này');
  forgetKept('draft');
  browser.openTab();
  expect(readKept('draft')).toBe('ở thẻ kia');
});

it('a tab that shows the same hears that it was sent in another; one that shows something else does not', () => {
  keep('draft', 'cả hai');
  const told: (string | null)[] = [];
  const stop = followKept('draft', (value) => told.push(value));
  const before = localStorage.getItem('draft');
  localStorage.removeItem('draft');
  browser.tell('draft', before);
  expect(told).toEqual([null]);
  expect(readKept('draft')).toBeNull();

  keep('draft', 'của thẻ này');
  browser.tell('draft', JSON.stringify({ at: 1, value: 'của thẻ kia' }));
  expect(told).toEqual([null]);
  stop();
});

it('where there is no room nothing is kept rather than something old', () => {
  keep('draft', 'cũ');
  browser.fill();
  keep('draft', 'mới');
  expect(readKept('draft')).toBeNull();
  browser.openTab();
  expect(readKept('draft')).toBeNull();
});

it('what nobody came back to for a month is forgotten, and nothing else', () => {
  keep('congso.draft:an:notice', 'mới');
  localStorage.setItem('congso.draft:an:old', JSON.stringify({ at: 1, value: 'cũ' }));
  localStorage.setItem('congso.draft:an:broken', '{');
  localStorage.setItem('other', 'của người khác');
  forgetOldKept(['congso.draft:']);
  expect(Object.keys(localStorage).sort()).toEqual(['congso.draft:an:notice', 'other']);
});
