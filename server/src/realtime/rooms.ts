/** The rooms a socket can be in: its person's own, those of the person's conversations, and those it watches. */
export const personRoom = (personId: string) => `person:${personId}`;
export const conversationRoom = (conversationId: string) => `conversation:${conversationId}`;
export const presenceRoom = (personId: string) => `presence:${personId}`;
