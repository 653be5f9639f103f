import { afterEach, expect, it, vi } from 'vitest';
import { draftOf, keepDraft } from './drafts.ts';

afterEach(() => vi.unstubAllGlobals());

it('a draft waits for whoever typed it, and is not shown to the next person at the same computer', () => {
  const held = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  });
  keepDraft('an', 'group', 'chưa xong');
  expect(draftOf('binh', 'group')).toBe('');
  expect(draftOf('an', 'group')).toBe('chưa xong');
  keepDraft('an', 'group', '');
  expect(held.size).toBe(0);
});
