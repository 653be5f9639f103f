const keyOf = (conversationId: string): string => `congso.draft.${conversationId}`;

/** What was typed in a conversation and not sent, also after a reload of this tab. */
export function draftOf(conversationId: string): string {
  return sessionStorage.getItem(keyOf(conversationId)) ?? '';
}

export function keepDraft(conversationId: string, text: string): void {
  if (text === '') sessionStorage.removeItem(keyOf(conversationId));
  else sessionStorage.setItem(keyOf(conversationId), text);
}
