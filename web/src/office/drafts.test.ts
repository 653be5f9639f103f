import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetDraft, keepDraft, readDraft } from './drafts.ts';

let held: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
  held = new Map();
  isFull = false;
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new Error('QuotaExceededError');
      held.set(key, value);
    },
    removeItem: (key: string) => held.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('a draft waits for whoever typed it, and is not shown to the next person at the same computer', () => {
  keepDraft('an', 'message:group', { text: 'chưa xong' });
  expect(readDraft('binh', 'message:group')).toBeNull();
  expect(readDraft('an', 'message:group')).toEqual({ text: 'chưa xong' });
  forgetDraft('an', 'message:group');
  expect(held.size).toBe(0);
});

it('who writes on when the storage of the tab is full is not stopped, and finds no old words later', () => {
  keepDraft('an', 'message:group', { text: 'chưa' });
  isFull = true;
  keepDraft('an', 'message:group', { text: 'chưa xong' });
  expect(readDraft('an', 'message:group')).toBeNull();
});
