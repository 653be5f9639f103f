import { randomInt } from 'node:crypto';
import type { ConversationFact } from '@congso/contract/chat';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { conversations } from '../chat/conversation-model.ts';
import { addMembers } from '../chat/groups/add-members.ts';
import { createGroup } from '../chat/groups/create-group.ts';
import { leaveConversation, removeMember } from '../chat/groups/remove-member.ts';
import { renameConversation } from '../chat/groups/rename-conversation.ts';
import { getConversation, listConversations } from '../chat/list-conversations.ts';
import { newId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { type OpenOffice, openOffice } from '../open-office.ts';
import { relayAggregate } from '../outbox/relay.ts';
import { facts } from './fact-model.ts';
import { listMessages } from './list-messages.ts';
import { markRead } from './reading/mark-read.ts';
import { sendMessage } from './send-message.ts';
import { listRecentFacts } from './sweep-facts.ts';

let office: TestOffice;
let groupId: string;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  const made = await createGroup(office, await callerOf(office, 'planning-head'), {
    requestId: 'group-request',
    name: 'Kế hoạch quý',
    memberIds: ['planning-officer', 'finance-officer'],
  });
  groupId = made.id;
  await office.relay.settled();
});
afterEach(() => closeTestOffice(office));

const say = async (who: PersonName, text: string, clientId = newId(), where: Office = office) => {
  const caller = await callerOf(office, who);
  const { fact } = await sendMessage(where, caller, {
    conversationId: groupId,
    clientId,
    text,
    fileIds: [],
    replyTo: null,
  });
  return fact;
};
const told = (text: string) => ({ clientId: newId(), text, fileIds: [], replyTo: null });
const read = async (who: PersonName, after?: number) =>
  listMessages(office, await callerOf(office, who), {
    conversationId: groupId,
    limit: 100,
    ...(after !== undefined && { after }),
  });
const numbers = (list: readonly ConversationFact[]) => list.map((fact) => fact.seq);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** A second process on the same database and Redis. */
const openSecond = (): Promise<OpenOffice> =>
  openOffice({
    mongoUrl: office.databaseUrl,
    redisUrl: inject('redisUrl'),
    redisPrefix: office.redis.prefix,
    blobFolder: office.blobFolder,
    clock: office.clock,
    log: pino({ level: 'silent' }),
  });

describe('a message', () => {
  it('gets the next number, and everyone in the conversation reads it', async () => {
    expect(await say('planning-officer', 'Chào cả phòng')).toMatchObject({
      kind: 'sent',
      seq: 2,
      text: 'Chào cả phòng',
    });
    expect((await read('finance-officer')).facts.at(-1)).toMatchObject({ authorId: 'planning-officer', seq: 2 });
  });

  it('sent twice is there once, and the repeat is answered with the original', async () => {
    const first = await say('planning-officer', 'một lần', 'client-id-1');
    expect(await say('planning-officer', 'lần nữa', 'client-id-1')).toEqual(first);
    expect((await read('planning-head')).facts).toHaveLength(2);
  });

  it('sent twice at once is there once', async () => {
    const both = await Promise.all([
      say('planning-officer', 'a', 'client-id-2'),
      say('planning-officer', 'a', 'client-id-2'),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect((await read('planning-head')).head).toBe(2);
  });

  it('of another with the same client id is another message', async () => {
    await say('planning-officer', 'a', 'client-id-3');
    expect((await say('finance-officer', 'b', 'client-id-3')).seq).toBe(3);
  });

  it('with HTML and script is text and stays as it was written', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(2)> & "quotes" {{ $where }}';
    await say('planning-officer', text);
    expect((await read('planning-head')).facts.at(-1)).toMatchObject({ text });
  });

  it('answering something that is no message is refused', async () => {
    const caller = await callerOf(office, 'planning-officer');
    const reply = (replyTo: number) =>
      sendMessage(office, caller, { conversationId: groupId, clientId: newId(), text: 'vâng', fileIds: [], replyTo });
    // Number 1 is "came in", 99 is nothing.
    await expect(reply(1)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'replyTo' });
    await expect(reply(99)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'replyTo' });
    const { seq } = await say('planning-head', 'hỏi');
    expect((await reply(seq)).fact).toMatchObject({ replyTo: seq });
  });
});

describe('two processes writing one conversation', () => {
  it('give consecutive numbers without gap or repeat, and each sender keeps his order', async () => {
    const second = await openSecond();
    const each = 150;
    const sendMany = async (where: Office, who: PersonName) => {
      const caller = await callerOf(office, who);
      const send = (text: string) =>
        sendMessage(where, caller, { conversationId: groupId, clientId: newId(), text, fileIds: [], replyTo: null });
      const sent: number[] = [];
      for (let start = 0; start < each; start += 10) {
        const some = await Promise.all(upTo(10).map((n) => send(`${start + n}`)));
        sent.push(...some.map(({ fact }) => fact.seq));
      }
      return sent;
    };
    const [one, two] = await Promise.all([sendMany(office, 'planning-officer'), sendMany(second, 'finance-officer')]);
    await second.close();
    expect([...one, ...two].sort((a, b) => a - b)).toEqual(upTo(2 * each + 1).slice(1));
    expect(one).toEqual(one.toSorted((a, b) => a - b));
    const stored = await facts.of(office).find({ conversationId: groupId }).sort({ seq: 1 }).lean();
    // The running count of messages is right as well: "unread" is made from it.
    expect(stored.map((fact) => fact.count)).toEqual(upTo(2 * each + 1).map((n) => n - 1));
  });

  it('a member removed through one is refused by the other at once', async () => {
    const second = await openSecond();
    await say('finance-officer', 'còn đây', newId(), second);
    await removeMember(office, await callerOf(office, 'planning-head'), {
      conversationId: groupId,
      requestId: 'remove-request',
      personId: 'finance-officer',
    });
    await expect(say('finance-officer', 'vẫn đây', newId(), second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read('finance-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await second.close();
  });
});

it('a process that closes notes what was said last before it does', async () => {
  const closing = await openSecond();
  for (const text of ['một', 'hai', 'ba']) await say('planning-officer', text, newId(), closing);
  await closing.close();
  const [{ latest } = {}] = await conversations.of(office).find({ _id: groupId }).lean();
  expect(latest).toMatchObject({ preview: 'ba' });
});

describe('a process that died', () => {
  it('between write and fan-out is found out by the sweep', async () => {
    // What it did before it died: the insert, and nothing else.
    const dead = Object.assign(Object.create(office), {
      bus: { publish: () => undefined, subscribe: () => undefined },
    });
    const { seq } = await say('planning-officer', 'lời cuối', newId(), dead);
    expect(await listRecentFacts(office, 60_000)).toContainEqual({ _id: groupId, first: 1, last: seq });
  });

  it('before it noted the latest message leaves a list that is right all the same', async () => {
    await say('planning-officer', 'đã ghi');
    const [last] = await facts.of(office).find({ conversationId: groupId }).sort({ seq: -1 }).limit(1).lean();
    if (!last) throw new Error('no fact');
    const { _id, ...copy } = last;
    await facts
      .of(office)
      .collection.insertOne({ ...copy, seq: 3, count: 2, clientId: 'dead', text: 'chưa ghi' } as never);
    const listed = await getConversation(office, await callerOf(office, 'finance-officer'), {
      conversationId: groupId,
    });
    expect(listed).toMatchObject({ head: 3, unread: 2, latest: { seq: 3, preview: 'chưa ghi' } });
    // And the next writer goes on behind it.
    expect((await say('planning-head', 'tiếp')).seq).toBe(4);
  });
});

describe('unread', () => {
  const unreadOf = async (who: PersonName) =>
    (await getConversation(office, await callerOf(office, who), { conversationId: groupId })).unread;

  it('counts messages and not those who came and went; my own are read', async () => {
    await say('planning-officer', 'một');
    await say('planning-officer', 'hai');
    expect(await unreadOf('finance-officer')).toBe(2);
    expect(await unreadOf('planning-officer')).toBe(0);
    const caller = await callerOf(office, 'finance-officer');
    expect(await markRead(office, caller, { conversationId: groupId, seq: 2 })).toEqual({ readSeq: 2, unread: 1 });
    expect(await markRead(office, caller, { conversationId: groupId, seq: 1 })).toEqual({ readSeq: 2, unread: 1 });
    expect(await markRead(office, caller, { conversationId: groupId, seq: 9_999 })).toEqual({ readSeq: 3, unread: 0 });
  });

  it('counts what was said in a new group before it was told who is in it', async () => {
    const untold = Object.assign(Object.create(office), { relay: { start: () => undefined } });
    const manager = await callerOf(office, 'planning-head');
    const made = { requestId: 'late-request', name: 'Họp gấp', memberIds: ['planning-officer', 'finance-officer'] };
    groupId = (await createGroup(untold, manager, made)).id;
    await say('planning-head', 'họp lúc 10 giờ');
    office.clock.advance(2_000);
    for (let twice = 0; twice < 2; twice += 1) await relayAggregate(office, conversations, groupId);
    expect((await read('planning-officer')).facts.map(({ kind }) => kind)).toEqual(['sent', 'joined']);
    for (const who of ['planning-officer', 'finance-officer'] as const) expect(await unreadOf(who), who).toBe(1);
  });

  it('begins where a newcomer came in', async () => {
    await say('planning-officer', 'trước khi đến');
    await addMembers(office, await callerOf(office, 'planning-head'), {
      conversationId: groupId,
      requestId: 'add-request-1',
      memberIds: ['clerk'],
    });
    await office.relay.settled();
    const clerk = await callerOf(office, 'clerk');
    // That he was brought in, until he has looked.
    expect(await unreadOf('clerk')).toBe(1);
    const { head, readSeq } = await getConversation(office, clerk, { conversationId: groupId });
    expect(readSeq, 'the divider stands before what says so').toBe(head - 1);
    expect(await markRead(office, clerk, { conversationId: groupId, seq: head })).toMatchObject({ unread: 0 });
    await say('planning-officer', 'sau khi đến');
    expect(await unreadOf('clerk')).toBe(1);
  });

  it('tells who was brought into a group, on top of their list, until they look; not who made it', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mine = { requestId: 'group-request-3', name: 'Văn thư', memberIds: ['leader'] };
    const { id: quietId } = await createGroup(office, clerk, mine);
    await say('planning-head', 'từ lâu');
    office.clock.advance(60_000);
    await sendMessage(office, clerk, { ...told('mới hơn'), conversationId: quietId });
    office.clock.advance(60_000);
    const added = { requestId: 'add-request-2', conversationId: groupId, memberIds: ['clerk'] };
    for (let twice = 0; twice < 2; twice += 1) {
      await addMembers(office, await callerOf(office, 'planning-head'), added);
      await office.relay.settled();
    }
    const { conversations: listed } = await listConversations(office, clerk, {});
    expect(
      listed.toSorted((a, b) => b.activeAt.localeCompare(a.activeAt)).map(({ id, unread }) => [id, unread]),
    ).toEqual([
      [groupId, 1],
      [quietId, 0],
    ]);
    groupId = quietId;
    expect(await unreadOf('clerk')).toBe(0);
    expect(await unreadOf('leader')).toBe(1);
  });
});

describe('an old snapshot and the facts behind it', () => {
  it('give what a fresh snapshot gives, whatever happened in between', async () => {
    const manager = await callerOf(office, 'planning-head');
    const others: PersonName[] = ['clerk', 'finance-head', 'leader', 'admin'];
    const old = await snapshot();
    // Two facts at most for each: a snapshot is one page.
    for (let step = 0; step < 45; step += 1) await act(step);
    await office.relay.settled();
    const fresh = await snapshot();
    const caughtUp = structuredClone(old);
    for (let after = old.head; ; ) {
      const page = await read('planning-head', after);
      for (const fact of page.facts) apply(caughtUp, fact);
      after = page.facts.at(-1)?.seq ?? after;
      if (after >= page.head) break;
    }
    expect(caughtUp).toEqual(fresh);
    expect(numbers(caughtUp.facts)).toEqual(upTo(fresh.head));

    type Snapshot = { head: number; name: string | null; members: string[]; facts: ConversationFact[] };
    async function snapshot(): Promise<Snapshot> {
      const { head, name, memberIds } = await getConversation(office, manager, { conversationId: groupId });
      const { facts } = await read('planning-head');
      return { head, name, members: memberIds.toSorted(), facts };
    }
    function apply(state: Snapshot, fact: ConversationFact): void {
      state.head = fact.seq;
      state.facts.push(fact);
      if (fact.kind === 'renamed') state.name = fact.name;
      if (fact.kind === 'joined') state.members = [...new Set([...state.members, ...fact.memberIds])].toSorted();
      if (fact.kind === 'left') state.members = state.members.filter((id) => !fact.memberIds.includes(id));
    }
    async function act(step: number): Promise<void> {
      const on = { conversationId: groupId, requestId: `step-${step}-request` };
      const who = others[randomInt(others.length)] as PersonName;
      const { memberIds } = await getConversation(office, manager, { conversationId: groupId });
      const isIn = memberIds.includes(who);
      const dice = randomInt(6);
      if (dice === 0) await renameConversation(office, manager, { ...on, name: `Tên ${step}` });
      else if (dice === 1 && !isIn) await addMembers(office, manager, { ...on, memberIds: [who] });
      else if (dice === 2 && isIn) await removeMember(office, manager, { ...on, personId: who });
      else if (dice === 3 && isIn) await leaveConversation(office, await callerOf(office, who), on);
      else await Promise.all([say('planning-officer', `${step}a`), say('finance-officer', `${step}b`)]);
      // Changes are told by the relay in their own order; the next step is another day.
      await office.relay.settled();
    }
  });
});

describe('the list of conversations', () => {
  it('shows the latest first', async () => {
    const caller = await callerOf(office, 'planning-officer');
    const other = await createGroup(office, caller, {
      requestId: 'group-request-2',
      name: 'Nhóm hai',
      memberIds: ['clerk'],
    });
    office.clock.advance(60_000);
    await say('planning-head', 'mới nhất');
    const { conversations } = await listConversations(office, caller, {});
    expect(conversations.map(({ id }) => id)).toEqual([groupId, other.id]);
  });
});
