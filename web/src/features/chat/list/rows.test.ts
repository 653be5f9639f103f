import type { ConversationFact } from '@congso/contract/chat';
import { describe, expect, it } from 'vitest';
import { type ConversationLog, EMPTY_LOG } from '../log/conversation-log.ts';
import { makeRowsOf } from './rows.ts';

const fact = (seq: number, at: string, authorId = 'binh', kind: 'sent' | 'joined' = 'sent'): ConversationFact => {
  const base = { conversationId: 'c', seq, at, authorId };
  return kind === 'joined'
    ? { ...base, kind, memberIds: [authorId] }
    : { ...base, kind, clientId: `${seq}`, text: `${seq}`, files: [], replyTo: null };
};
const logOf = (...facts: ConversationFact[]): ConversationLog => ({ ...EMPTY_LOG, facts });
const kindsOf = (log: ConversationLog, readSeq: number | null = null) =>
  makeRowsOf('an')(log, readSeq).map((row) => ('date' in row ? row.date : row.kind));

describe('the lines of a conversation', () => {
  it('begin each day of the office, which begins at 17:00 UTC', () => {
    const log = logOf(fact(1, '2026-03-10T16:59:59.999Z'), fact(2, '2026-03-10T17:00:00.000Z'));
    expect(kindsOf(log)).toEqual(['2026-03-10', 'sent', '2026-03-11', 'sent']);
  });

  it('name the author again after a pause, a day, somebody else or the divider', () => {
    const times = ['03:00', '03:01', '03:07', '03:08', '03:09'];
    const log = logOf(
      ...times.map((time, at) => fact(at + 1, `2026-03-10T${time}:00.000Z`, at === 3 ? 'chi' : 'binh')),
    );
    const rows = makeRowsOf('an')(log, 1);
    expect(rows.map((row) => (row.kind === 'sent' ? row.isFirst : row.kind))).toEqual([
      ...['day', true, 'unread', true, true, true, true],
    ]);
  });

  it('say where the conversation begins, once that is fetched', () => {
    const at = '2026-03-10T03:00:00.000Z';
    expect(kindsOf({ ...logOf(fact(1, at), fact(2, at)), head: 2 })).toEqual([
      'beginning',
      '2026-03-10',
      'sent',
      'sent',
    ]);
    expect(kindsOf({ ...logOf(fact(2, at)), head: 2 })).toEqual(['2026-03-10', 'sent']);
  });

  it('have one divider, before the first of somebody else, be it that they joined', () => {
    const at = '2026-03-10T03:00:00.000Z';
    const log = logOf(fact(1, at), fact(2, at, 'an'), fact(3, at, 'chi', 'joined'), fact(4, at));
    expect(kindsOf(log, 1)).toEqual(['2026-03-10', 'sent', 'sent', 'unread', 'event', 'sent']);
    expect(kindsOf(log, 0)).not.toContain('unread');
  });

  it('end with what I said although something before it is still missing', () => {
    const at = '2026-03-10T03:00:00.000Z';
    const log = { ...logOf(fact(1, at)), ahead: [fact(3, at), fact(4, at, 'an')] };
    expect(makeRowsOf('an')(log, null).map(({ key }) => key)).toEqual(['day:1', 'fact:1', 'fact:4']);
  });

  it('are the same, message by message, as made all at once; and only the new ones are made', () => {
    const facts = Array.from({ length: 300 }, (_, n) =>
      fact(n + 1, new Date(Date.UTC(2026, 2, 1) + n * 3 * 3_600_000).toISOString(), n % 7 === 0 ? 'an' : 'binh'),
    );
    const rowsOf = makeRowsOf('an');
    let before: ReturnType<typeof rowsOf> = [];
    for (let count = 1; count <= facts.length; count += 1) {
      const rows = rowsOf(logOf(...facts.slice(0, count)), 40);
      expect(rows).toEqual(makeRowsOf('an')(logOf(...facts.slice(0, count)), 40));
      expect(rows.slice(0, before.length).every((row, at) => row === before[at])).toBe(true);
      before = rows;
    }
    const older = [fact(0, '2026-02-28T00:00:00.000Z'), ...facts];
    expect(rowsOf(logOf(...older), 40)).toEqual(makeRowsOf('an')(logOf(...older), 40));
  });
});
