import { readPageOwner } from '../../realtime/page-owner.ts';
import { newRequestId } from './request-id.ts';

type Doubt = { input: string; requestId: string };

/** Gives a command its request ids: the same once more while it is in doubt whether the last one was carried out. */
export type DoubtfulRequest = {
  requestIdFor(input: string): string;
  /** The office has answered: the same once more is a new intention. */
  settle(): void;
};

/**
 * Remembers the request that got no answer: as long as the form is there, and with a draft as long as the draft, so that
 * it is no second notice when it is sent after a reload. Only there, because drafts hold no secrets: this holds all that
 * was sent.
 */
export function openDoubtfulRequest(draft?: string): DoubtfulRequest {
  const key = draft === undefined ? null : `congso.doubt:${readPageOwner()}:${draft}`;
  const kept = key === null ? null : sessionStorage.getItem(key);
  let doubt = kept === null ? null : (JSON.parse(kept) as Doubt);
  const keep = () => {
    if (key === null) return;
    try {
      if (doubt === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(doubt));
    } catch {
      // The tab's storage is full: it is known as long as the form is there.
    }
  };
  return {
    requestIdFor: (input) => {
      doubt = doubt?.input === input ? doubt : { input, requestId: newRequestId() };
      keep();
      return doubt.requestId;
    },
    settle: () => {
      doubt = null;
      keep();
    },
  };
}
