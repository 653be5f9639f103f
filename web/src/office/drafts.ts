import { followKept, forgetKept, forgetOldKept, keep, readKept } from '../lib/kept/kept-values.ts';

const PREFIX = 'congso.draft:';
/** Under the person's id too: the next one at this computer must not find my words. */
const keyOf = (personId: string, name: string): string => `${PREFIX}${personId}:${name}`;

/** What a person typed under this name on this device and did not send; null when there is nothing. */
export function readDraft<T>(personId: string, name: string): Partial<T> | null {
  return parse<T>(readKept(keyOf(personId, name)));
}

/** Keeps it, also when the tab is closed. Where there is no room writing goes on; rather no draft than an old one. */
export function keepDraft(personId: string, name: string, draft: object): void {
  keep(keyOf(personId, name), JSON.stringify(draft));
}

export function forgetDraft(personId: string, name: string): void {
  forgetKept(keyOf(personId, name));
}

/** Tells what became in another tab of a draft that both show; null when it was sent or thrown away there. */
export function followDraft<T>(personId: string, name: string, onChange: (draft: Partial<T> | null) => void) {
  return followKept(keyOf(personId, name), (kept) => onChange(parse<T>(kept)));
}

/** Throws away what nobody came back to, whoever's it was, and what is remembered of sending it. */
export const forgetOldDrafts = (): void => forgetOldKept([PREFIX, 'congso.doubt:']);

function parse<T>(kept: string | null): Partial<T> | null {
  try {
    return JSON.parse(kept ?? 'null') as Partial<T> | null;
  } catch {
    // Nothing that we wrote.
    return null;
  }
}
