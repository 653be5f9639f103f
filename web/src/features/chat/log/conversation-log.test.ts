import type { ConversationFact } from '@congso/contract/chat';
import { describe, expect, it } from 'vitest';
import {
  type ConversationLog,
  EMPTY_LOG,
  findGap,
  isFromBeginning,
  type PendingMessage,
  withFacts,
  withoutPending,
  withPending,
  withPendingState,
} from './conversation-log.ts';

const sent = (seq: number, clientId = `client-${seq}`): ConversationFact => ({
  kind: 'sent',
  conversationId: 'c',
  seq,
  at: '2026-03-10T03:00:00.000Z',
  authorId: 'an',
  clientId,
  text: `message ${seq}`,
  files: [],
  replyTo: null,
});
const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => sent(from + at));
const pending = (clientId: string): PendingMessage => ({
  clientId,
  authorId: 'an',
  text: 'xin chào',
  files: [],
  replyTo: null,
  at: '2026-03-10T03:00:00.000Z',
  state: 'sending',
  reason: null,
});
const seqs = (log: ConversationLog) => log.facts.map(({ seq }) => seq);

describe('the log of a conversation', () => {
  it('shows a live message right after the last', () => {
    const log = withFacts(withFacts(EMPTY_LOG, run(1, 3), 3), [sent(4)]);
    expect(seqs(log)).toEqual([1, 2, 3, 4]);
    expect(findGap(log)).toBeNull();
  });

  it('does not show what came early until what lies before it is there', () => {
    const early = withFacts(withFacts(EMPTY_LOG, run(1, 3), 3), [sent(6)]);
    expect(seqs(early)).toEqual([1, 2, 3]);
    expect(findGap(early)).toBe(3);
    const filled = withFacts(early, run(4, 5));
    expect(seqs(filled)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(findGap(filled)).toBeNull();
  });

  it('asks for what it missed when told of a later head', () => {
    const log = withFacts(withFacts(EMPTY_LOG, run(1, 3), 3), [], 9);
    expect(findGap(log)).toBe(3);
  });

  it('puts older pages before what is shown', () => {
    const log = withFacts(withFacts(EMPTY_LOG, run(8, 10), 10), run(4, 7));
    expect(seqs(log)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(isFromBeginning(log)).toBe(false);
    expect(isFromBeginning(withFacts(log, run(1, 3)))).toBe(true);
  });

  it('shows a message of mine once, whether its answer or its live copy comes first', () => {
    const log = withPending(withFacts(EMPTY_LOG, run(1, 2), 2), pending('mine'));
    const live = withFacts(log, [sent(3, 'mine')]);
    const answered = withFacts(live, [sent(3, 'mine')]);
    expect(answered.pending).toEqual([]);
    expect(seqs(answered)).toEqual([1, 2, 3]);
  });

  it('takes a confirmed message from the pending ones even while it waits for a gap to be filled', () => {
    const log = withFacts(withPending(withFacts(EMPTY_LOG, run(1, 2), 2), pending('mine')), [sent(5, 'mine')]);
    expect(log.pending).toEqual([]);
    expect(log.ahead).toHaveLength(1);
  });

  it('keeps a refused message with its reason until it is sent again or thrown away', () => {
    const log = withPendingState(withPending(EMPTY_LOG, pending('mine')), 'mine', 'failed', 'TOO_LARGE');
    expect(log.pending[0]).toMatchObject({ state: 'failed', reason: 'TOO_LARGE' });
    expect(withoutPending(log, 'mine').pending).toEqual([]);
  });

  it('converges to what the server holds, whatever is lost, doubled, early or late (200 random histories)', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = randomOf(seed);
      const total = 5 + Math.floor(random() * 60);
      const server = run(1, total);
      const start = 1 + Math.floor(random() * total);
      let log = withFacts(EMPTY_LOG, server.slice(start - 1, start + 4), Math.min(start + 4, total));
      for (let event = 0; event < 40; event += 1) {
        const from = Math.floor(random() * total);
        const live = server.slice(from, from + 1 + Math.floor(random() * 4));
        log = withFacts(log, random() < 0.5 ? live : [...live].reverse());
        expectOneRun(log);
      }
      log = withFacts(log, [], total);
      for (let gap = findGap(log); gap !== null; gap = findGap(log)) log = withFacts(log, server.slice(gap, gap + 7));
      while (!isFromBeginning(log)) {
        const first = log.facts[0]?.seq ?? 1;
        log = withFacts(log, server.slice(Math.max(0, first - 8), first - 1));
      }
      expect(log.facts, `seed ${seed}`).toEqual(server);
      expect(log.ahead).toEqual([]);
    }
  });
});

function expectOneRun({ facts }: ConversationLog) {
  const from = facts[0]?.seq ?? 0;
  expect(facts.every(({ seq }, at) => seq === from + at)).toBe(true);
}

/** mulberry32: the same seed gives the same history. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
