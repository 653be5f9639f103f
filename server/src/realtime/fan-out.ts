import type { ConversationFact } from '@congso/contract/chat';
import { listFactsBetween } from '@congso/domain/messages/list-messages';
import { findRecentStart, listRecentFacts, repairLatest } from '@congso/domain/messages/sweep-facts';
import type { Office } from '@congso/domain/office/office';
import type { ChannelPayload } from '@congso/domain/sync/bus';
import type { OfficeSockets } from '../socket/open-socket.ts';
import type { Members } from './members.ts';

/** Tells this process's sockets what happens in their conversations. */
export type FanOut = {
  hear(moved: ChannelPayload<'conversation.moved'>): void;
  /**
   * Emits what was written since the last sweep that went well, and `backMs` before it, and nobody told: its process
   * died, its nudge was lost, or the database was away.
   */
  sweep(backMs: number): Promise<void>;
};

/** What is known of a conversation here: how far it was emitted, and what waits to be. */
type Flow = {
  emitted: number | null;
  /** Facts that arrived, by number. */
  waiting: Map<number, ConversationFact>;
  /** The newest version told since the members were last asked for; 0 when none was. */
  membersVersion: number;
  isFlowing: boolean;
};

/** As many facts go into one packet; a client that lacks more asks for them. */
const MAX_PER_PACKET = 200;
const MAX_FLOWS = 20_000;
/** Older than this, what another process wrote has reached this one or is found by the sweep. */
const ON_THE_WAY_MS = 8_000;

/**
 * Emits each conversation's facts in order: the one after the last emitted, filling gaps from the database. A packet goes
 * to who is a member under the version it was written under, or a newer one, so a lost nudge never lets a removed member
 * read on (protocol "Membership"). What is ready together goes out in one packet.
 */
export function createFanOut(io: OfficeSockets, office: Office, members: Members): FanOut {
  const flows = new Map<string, Flow>();
  /** Everything written up to then was told here; moved on by each sweep after which nothing failed. */
  let toldUntil = performance.now();
  let sweptAt = toldUntil;
  let hasFailed = false;

  function flowOf(conversationId: string): Flow {
    let flow = flows.get(conversationId);
    if (!flow) {
      flow = { emitted: null, waiting: new Map(), membersVersion: 0, isFlowing: false };
      const [oldest] = flows.keys();
      if (flows.size >= MAX_FLOWS && oldest !== undefined) flows.delete(oldest);
      flows.set(conversationId, flow);
    }
    return flow;
  }

  function hear({ conversationId, membersVersion, facts }: ChannelPayload<'conversation.moved'>): void {
    const flow = flowOf(conversationId);
    flow.membersVersion = Math.max(flow.membersVersion, membersVersion);
    for (const fact of facts) flow.waiting.set(fact.seq, fact);
    if (flow.isFlowing) return;
    flow.isFlowing = true;
    emitWaiting(conversationId, flow).catch((error: unknown) => {
      // Not one of them was skipped: `emitted` stands where it stood, and the sweep goes on from there.
      hasFailed = true;
      office.log.warn({ err: error, conversationId }, 'facts left for the sweep');
    });
  }

  async function emitWaiting(conversationId: string, flow: Flow): Promise<void> {
    let membersVersion = 0;
    let facts: ConversationFact[] = [];
    try {
      do {
        // Taken in the same turn, and before the members are asked for: what is heard while they are read may have been
        // written after somebody was removed, and belongs to the next round with its own version.
        membersVersion = flow.membersVersion;
        flow.membersVersion = 0;
        facts = await takeInOrder(conversationId, flow);
        const rooms = await members.roomsOf(conversationId, membersVersion);
        for (let start = 0; start < facts.length; start += MAX_PER_PACKET) {
          const packet = facts.slice(start, start + MAX_PER_PACKET);
          if (rooms.length > 0) io.to([...rooms]).emit('conversation.facts', { conversationId, facts: packet });
        }
        flow.emitted = facts.at(-1)?.seq ?? flow.emitted;
      } while (flow.waiting.size > 0 || flow.membersVersion > 0);
    } catch (error) {
      // Whoever was removed since is not known yet: the members have to be read before anything is emitted.
      flow.membersVersion = Math.max(flow.membersVersion, membersVersion);
      for (const fact of facts) flow.waiting.set(fact.seq, fact);
      throw error;
    } finally {
      // In the same turn as the look whether anything waits: what came a turn later would be waiting for nobody.
      flow.isFlowing = false;
    }
  }

  async function takeInOrder(conversationId: string, flow: Flow): Promise<ConversationFact[]> {
    const taken = [...flow.waiting.values()].sort((a, b) => a.seq - b.seq);
    flow.waiting.clear();
    const [first] = taken;
    const last = taken.at(-1);
    if (!first || !last || last.seq <= (flow.emitted ?? 0)) return [];
    const next = flow.emitted === null ? await findStart(conversationId, first.seq) : flow.emitted + 1;
    const isWhole = last.seq - first.seq + 1 === taken.length;
    if (isWhole && first.seq <= next) return taken.filter((fact) => fact.seq >= next);
    return listFactsBetween(office, conversationId, Math.max(next, last.seq - MAX_PER_PACKET + 1), last.seq);
  }

  /**
   * Where a conversation begins that nothing was heard of yet. What is heard first need not be what was written first:
   * what this process wrote itself overtakes what another wrote just before.
   */
  async function findStart(conversationId: string, firstHeard: number): Promise<number> {
    const before = { seq: firstHeard, atMost: MAX_PER_PACKET, lastMs: ON_THE_WAY_MS };
    return (await findRecentStart(office, conversationId, before)) ?? firstHeard;
  }

  async function sweep(backMs: number): Promise<void> {
    if (!hasFailed) toldUntil = sweptAt;
    hasFailed = false;
    sweptAt = performance.now();
    try {
      await tellRecent(sweptAt - toldUntil + backMs);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  }

  async function tellRecent(lastMs: number): Promise<void> {
    for (const { _id: conversationId, first, last } of await listRecentFacts(office, lastMs)) {
      const emitted = flows.get(conversationId)?.emitted ?? null;
      if (emitted !== null && emitted >= last) continue;
      const from = Math.max(emitted === null ? first : emitted + 1, last - MAX_PER_PACKET + 1);
      const facts = await listFactsBetween(office, conversationId, from, last);
      // Noted before it is told: who hears of it lists the conversation by its note.
      await repairLatest(office, conversationId);
      // Who wrote it died before telling which members it saw: read them anew.
      hear({ conversationId, membersVersion: Number.POSITIVE_INFINITY, facts });
    }
  }

  return { hear, sweep };
}
