import { useState } from 'react';
import { useMe } from './me.ts';

/** What is typed, how to change it, and how to forget it. */
export type Draft<T> = readonly [draft: T, change: (changed: Partial<T>) => void, discard: () => void];

/**
 * What is typed in a long form, or in a dialog, as state that survives leaving it: `const [draft, change, discard] = useDraft(
 * 'notice', EMPTY)`. It stands in this tab's `sessionStorage` under the person's id; `discard` it when it was sent.
 * A form of another thing (another letter) is another `name`, and mounted anew (`key`).
 */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const key = `congso.draft:${useMe().person.id}:${name}`;
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...readDraft<T>(key) }));
  const change = (changed: Partial<T>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    keepDraft(key, next);
  };
  const discard = () => {
    setDraft(empty);
    sessionStorage.removeItem(key);
  };
  return [draft, change, discard];
}

function readDraft<T>(key: string): Partial<T> | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Partial<T>);
}

function keepDraft(key: string, draft: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The tab's storage is full. The form works on; rather no draft than an old one.
    sessionStorage.removeItem(key);
  }
}
