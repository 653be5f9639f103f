/** Under the person's id too: the next one at this computer must not find my words. */
const keyOf = (personId: string, name: string): string => `congso.draft:${personId}:${name}`;

/** What a person typed under this name in this tab and did not send; null when there is nothing. */
export function readDraft<T>(personId: string, name: string): Partial<T> | null {
  const kept = sessionStorage.getItem(keyOf(personId, name));
  return kept === null ? null : (JSON.parse(kept) as Partial<T>);
}

export function keepDraft(personId: string, name: string, draft: object): void {
  try {
    sessionStorage.setItem(keyOf(personId, name), JSON.stringify(draft));
  } catch {
    // The tab's storage is full. Writing goes on; rather no draft than an old one.
    forgetDraft(personId, name);
  }
}

export function forgetDraft(personId: string, name: string): void {
  sessionStorage.removeItem(keyOf(personId, name));
}
