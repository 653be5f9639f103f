import type { Reactions } from './outbox/reactions.ts';

/** Who follows which fact: the one place where nouns are joined. */
export const REACTIONS: Reactions = {};
