import type { ConversationFact } from '@congso/contract/chat';
import { PAGE_OWNER_HEADER } from '@congso/contract/protocol';
import { vi } from 'vitest';
import type { ConversationLog } from './conversation-log.ts';

// What the tests of this folder run against: the modules of a page as they are, over the network and the storage of a
// browser, which are replaced.

/** The storage of a browser, which all tabs of a person share and a reload leaves as it is. */
export class TabStorage {
  [key: string]: unknown;
  getItem(key: string) {
    return (this[key] as string | undefined) ?? null;
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

export const GROUP = 'group';

/** An office with one conversation, as HTTP shows it; its socket is never up. */
export function openServer() {
  const facts: ConversationFact[] = [];
  const state = { refusal: null as string | null, isAway: false, signedIn: 'an', isMember: true, sends: 0, lists: 0 };
  const write = (authorId: string, text: string, clientId = `${authorId}-${text}`) => {
    const written = facts.find(
      (fact) => fact.kind === 'sent' && fact.clientId === clientId && fact.authorId === authorId,
    );
    if (written) return written;
    const at = '2026-03-10T03:00:00.000Z';
    const base = { conversationId: GROUP, seq: facts.length + 1, at, authorId };
    const fact: ConversationFact = { ...base, kind: 'sent', clientId, text, files: [], replyTo: null };
    facts.push(fact);
    return fact;
  };
  const answer = (name: string, input: Record<string, unknown>) => {
    if (name === 'messages.send') {
      state.sends += 1;
      return { fact: write(state.signedIn, input.text as string, input.clientId as string) };
    }
    state.lists += 1;
    const { after, before = facts.length + 1, limit } = input as { after?: number; before?: number; limit: number };
    const page = facts.filter(({ seq }) => seq < before && seq > (after ?? 0));
    return { facts: after === undefined ? page.slice(-limit) : page.slice(0, limit), head: facts.length };
  };
  const refuse = (code: string) => Response.json({ error: { code } }, { status: 400 });
  const fetch = async (address: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    if (state.isAway) throw new TypeError('Failed to fetch');
    if (headers[PAGE_OWNER_HEADER] !== state.signedIn) return refuse('NOT_SIGNED_IN');
    const name = address.replace('/api/', '');
    if (!state.isMember) return refuse('NOT_FOUND');
    if (state.refusal && name === 'messages.send') return refuse(state.refusal);
    return Response.json(answer(name, JSON.parse(body) as Record<string, unknown>));
  };
  return { facts, state, write, fetch };
}

/** A tab of somebody: the modules of a page loaded anew, over the storage that was there before. */
export async function openTab(line: 'online' | 'lost' = 'online', personId = 'an') {
  vi.resetModules();
  const [sending, loading, older, stores, connection, owner] = await Promise.all([
    import('./send-message.ts'),
    import('./load-log.ts'),
    import('./load-older.ts'),
    import('./log-stores.ts'),
    import('../../../realtime/connection.ts'),
    import('../../../realtime/page-owner.ts'),
  ]);
  owner.makePageOf(personId);
  connection.setLine(line);
  return {
    say: (text: string) => sending.sendMessage(GROUP, { authorId: personId, text, replyTo: null }),
    resume: () => sending.resumeQueues(personId),
    open: () => loading.catchUp(GROUP),
    loadOlder: () => older.loadOlder(GROUP),
    loadBackTo: (seq: number) => older.loadBackTo(GROUP, seq),
    state: () => stores.logStoreOf(GROUP).getState(),
    log: (): ConversationLog => stores.logStoreOf(GROUP).getState().log,
    connection,
  };
}
export type Tab = Awaited<ReturnType<typeof openTab>>;
