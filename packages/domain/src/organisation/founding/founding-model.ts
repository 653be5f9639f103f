import { defineCollection, embedded } from '../../stores/collection.ts';

/** Who founds the office and what it is called; the password only as its hash. */
export type FoundingClaim = {
  officeName: string;
  mailDomain: string;
  familyMiddle: string;
  given: string;
  login: string;
  passwordHash: string;
};

/**
 * The one record of the founding, `_id` is `office`. `tokenHash` is the SHA-256 of the one-time token, null once it has
 * been used; `claim` is kept only until everything it asks for is made.
 */
export type FoundingDoc = { _id: string; tokenHash: string | null; claim: FoundingClaim | null };

export const foundings = defineCollection<FoundingDoc>('foundings', {
  _id: String,
  tokenHash: { type: String, default: null },
  claim: { type: embedded, default: null },
});
