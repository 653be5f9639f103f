import { PAGE_OWNER_HEADER } from '@congso/contract/protocol';

let ownerId: string | null = null;

/**
 * From now on this page is that person's and says so in everything it asks. All tabs share one cookie: once somebody
 * else has signed in in another tab, the server answers this one that it is signed in no more, and it leaves.
 */
export function makePageOf(personId: string): void {
  ownerId = personId;
}

/** Whose page this is; null before it is known who is signed in. */
export const readPageOwner = (): string | null => ownerId;

/** What a request says of the page it comes from. */
export const ownerHeaders = (): Record<string, string> => (ownerId === null ? {} : { [PAGE_OWNER_HEADER]: ownerId });
