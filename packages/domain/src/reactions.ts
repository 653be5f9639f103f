import type { Reactions } from './outbox/reactions.ts';
import { endSessionsOfClosed, endSessionsOfOldPassword } from './sessions/end-sessions.ts';

/** Who follows which fact: the one place where nouns are joined. */
export const REACTIONS: Reactions = {
  'person.deactivated': [endSessionsOfClosed],
  'person.passwordChanged': [endSessionsOfOldPassword],
};
