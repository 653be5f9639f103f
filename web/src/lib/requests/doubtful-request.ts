import { readPageOwner } from '../../realtime/page-owner.ts';
import { forgetKept, keep, readKept } from '../kept/kept-values.ts';
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
 * it is no second notice when it is sent after a reload, or from the next tab. Only there, because drafts hold no secrets: this holds all that
 * was sent.
 */
export function openDoubtfulRequest(draft?: string): DoubtfulRequest {
  const key = draft === undefined ? null : `congso.doubt:${readPageOwner()}:${draft}`;
  let doubt = key === null ? null : (JSON.parse(readKept(key) ?? 'null') as Doubt | null);
  const remember = () => {
    if (key === null) return;
    // Where there is no room it is known as long as the form is there.
    if (doubt === null) forgetKept(key);
    else keep(key, JSON.stringify(doubt));
  };
  return {
    requestIdFor: (input) => {
      doubt = doubt?.input === input ? doubt : { input, requestId: newRequestId() };
      remember();
      return doubt.requestId;
    },
    settle: () => {
      doubt = null;
      remember();
    },
  };
}
