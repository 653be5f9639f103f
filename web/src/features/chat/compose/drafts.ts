/** Under the person's id too: the next one at this computer must not find my words. No id contains a slash. */
const keyOf = (myId: string, conversationId: string): string => `congso.draft/${myId}/${conversationId}`;

/** What I typed in a conversation and did not send, also after a reload of this tab. */
export function draftOf(myId: string, conversationId: string): string {
  return sessionStorage.getItem(keyOf(myId, conversationId)) ?? '';
}

export function keepDraft(myId: string, conversationId: string, text: string): void {
  if (text === '') sessionStorage.removeItem(keyOf(myId, conversationId));
  else sessionStorage.setItem(keyOf(myId, conversationId), text);
}
