import { useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from './drafts.ts';
import { useMe } from './me.ts';

/** What is typed, how to change it, and how to forget it. */
export type Draft<T> = readonly [draft: T, change: (changed: Partial<T>) => void, discard: () => void];

/**
 * What is typed in a message, a long form or a dialog, as state that survives leaving it: `const [draft, change, discard] =
 * useDraft('notice', EMPTY)`. It stands in this tab's `sessionStorage` under the person's id; `discard` it when it was sent.
 * A form of another thing (another letter) is another `name`, and mounted anew (`key`).
 */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const myId = useMe().person.id;
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...readDraft<T>(myId, name) }));
  const change = (changed: Partial<T>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    keepDraft(myId, name, next);
  };
  const discard = () => {
    setDraft(empty);
    forgetDraft(myId, name);
  };
  return [draft, change, discard];
}
