import type { Role } from '@congso/contract/people';

/**
 * Who asks, freshly loaded for each command: an account closed a moment ago is already no caller. Only
 * `sessions/authenticate.ts` makes one; commands require it as proof that somebody is signed in.
 */
export type Caller = {
  readonly personId: string;
  readonly sessionId: string;
  readonly roles: ReadonlySet<Role>;
  /** Roles per unit, from the appointments in force. */
  readonly appointments: readonly { readonly unitId: string; readonly roles: readonly Role[] }[];
  readonly language: 'vi' | 'en';
};

/** Who did something, as the history records it; `null` is the office's own machinery. */
export type Actor = {
  readonly personId: string | null;
  readonly onBehalfOfId?: string | null;
  /** Whose act it follows from, where that is somebody else's or the office's own: who acts much waits for all of it. */
  readonly originId?: string | null;
};

export const theOffice: Actor = { personId: null };

/** The office's own machinery, in what follows from somebody's act. */
export const theOfficeAfter = ({ originId = null }: { readonly originId?: string | null }): Actor => ({
  personId: null,
  originId,
});
