import { useEffect, useRef, useState } from 'react';
import { followDraft, forgetDraft, keepDraft, readDraft } from './drafts.ts';
import { useMe } from './me.ts';

/** What is typed, how to change it, and how to forget it. */
export type Draft<T> = readonly [draft: T, change: (changed: Partial<T>) => void, discard: () => void];

/**
 * What is typed in a message, a form or a dialog, as state that survives leaving it and closing the tab: `const [draft,
 * change, discard] = useDraft('notice', EMPTY)`. It is kept on this device under the person's id; `discard` it when it was
 * sent. A form of another thing (another letter) is another `name`, and mounted anew (`key`). Never for secrets.
 */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const myId = useMe().person.id;
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...readDraft<T>(myId, name) }));
  // What is shown is not told twice in one moment: two changes of one event both count.
  const latest = useRef({ draft, empty });
  latest.current.empty = empty;
  const show = (next: T) => {
    latest.current.draft = next;
    setDraft(next);
  };
  useEffect(() => {
    return followDraft<T>(myId, name, (there) => {
      latest.current.draft = { ...latest.current.empty, ...there };
      setDraft(latest.current.draft);
    });
  }, [myId, name]);
  const change = (changed: Partial<T>) => {
    const next = { ...latest.current.draft, ...changed };
    show(next);
    keepDraft(myId, name, next);
  };
  const discard = () => {
    show(empty);
    forgetDraft(myId, name);
  };
  return [draft, change, discard];
}
