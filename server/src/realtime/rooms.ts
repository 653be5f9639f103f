/** The rooms a socket can be in: its person's own, and those of the people it watches. */
export const personRoom = (personId: string) => `person:${personId}`;
export const presenceRoom = (personId: string) => `presence:${personId}`;
