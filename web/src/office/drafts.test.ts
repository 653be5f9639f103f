import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBrowserOfTests } from '../lib/kept/browser-of-tests.ts';
import { forgetDraft, keepDraft, readDraft } from './drafts.ts';

let browser: ReturnType<typeof openBrowserOfTests>;
beforeEach(() => {
  browser = openBrowserOfTests();
});
afterEach(() => vi.unstubAllGlobals());

it('a draft waits for whoever typed it, also in the next tab, and is not shown to the next person at the same computer', () => {
  keepDraft('an', 'message:group', { text: 'chưa xong' });
  browser.openTab();
  expect(readDraft('binh', 'message:group')).toBeNull();
  expect(readDraft('an', 'message:group')).toEqual({ text: 'chưa xong' });
  forgetDraft('an', 'message:group');
  expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)]).toEqual([]);
});

it('who writes on when the storage of the tab is full is not stopped, and finds no old words later', () => {
  keepDraft('an', 'message:group', { text: 'chưa' });
  browser.fill();
  keepDraft('an', 'message:group', { text: 'chưa xong' });
  expect(readDraft('an', 'message:group')).toBeNull();
});
