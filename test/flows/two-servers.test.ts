import { newId } from '@congso/domain/office/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { enterOffice, leaveOffice, type Visitor } from '../support/office/enter-office.ts';
import { followConversation } from '../support/office/follow-conversation.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';

let office: OfficeOfProcesses;
beforeAll(async () => {
  office = await startOffice({ servers: 2 });
}, 60_000);
afterAll(async () => {
  expect(office.crashes).toEqual([]);
  await office.close();
}, 60_000);
afterEach(leaveOffice);

const PATIENCE = { timeout: 10_000 };
const enter = (server: 0 | 1, personId: string) => enterOffice(office.urls[server] ?? '', personId);
const say = (visitor: Visitor, conversationId: string, text: string) =>
  visitor.ask('messages.send', { conversationId, clientId: newId(), text });
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

/** What a visitor is told, by the name of the event. */
function listen(visitor: Visitor): { name: string; payload: Record<string, unknown> }[] {
  const heard: { name: string; payload: Record<string, unknown> }[] = [];
  visitor.socket.onAny((name: string, payload: Record<string, unknown>) => heard.push({ name, payload }));
  return heard;
}
const named = (heard: ReturnType<typeof listen>, name: string) => heard.filter((event) => event.name === name);

describe('people on two servers', () => {
  let head: Visitor;
  let officer: Visitor;
  let group: string;
  beforeEach(async () => {
    [head, officer] = await Promise.all([enter(0, 'planning-head'), enter(1, 'finance-officer')]);
    const members = ['finance-officer', 'clerk'];
    group = (
      await head.ask('conversations.createGroup', { requestId: newId(), name: 'Tổ soạn thảo', memberIds: members })
    ).id;
  });

  it('see each other’s messages, all of them, in one order', async () => {
    const [here, there] = await Promise.all([followConversation(head, group), followConversation(officer, group)]);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => [say(head, group, `một ${n}`), say(officer, group, `hai ${n}`)]).flat(),
    );
    // The first fact says who came in.
    await vi.waitFor(() => expect([here.log().facts.length, there.log().facts.length]).toEqual([41, 41]), PATIENCE);
    expect(here.log().facts).toEqual(there.log().facts);
    expect(here.log().facts.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));
    for (const { told } of [here, there]) {
      const seqs = told.flat().map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    }
  });

  it('see who is here, who types, and who went', async () => {
    const watcher = listen(head);
    head.socket.emit('presence.watch', { personIds: ['clerk'] });
    expect(await head.ask('presence.list', { personIds: ['clerk', 'finance-officer'] })).toEqual({
      online: ['finance-officer'],
    });
    const clerk = await enter(1, 'clerk');
    const presence = () => named(watcher, 'presence.changed').map(({ payload }) => payload);
    await vi.waitFor(() => expect(presence()).toEqual([{ personId: 'clerk', isOnline: true }]), PATIENCE);
    clerk.socket.emit('typing.show', { conversationId: group });
    await vi.waitFor(
      () => expect(named(watcher, 'typing.shown')[0]?.payload).toEqual({ conversationId: group, personId: 'clerk' }),
      PATIENCE,
    );
    clerk.socket.disconnect();
    await vi.waitFor(() => expect(presence().at(-1)).toEqual({ personId: 'clerk', isOnline: false }), PATIENCE);
  });

  it('learn of a notice and of its acknowledgement by a nudge and a pull', async () => {
    const author = await enter(0, 'finance-head');
    const toldOfficer = listen(officer);
    const toldAuthor = listen(author);
    const [first, own] = await Promise.all([officer, author].map((one) => one.ask('sync.pull', { cursor: null })));
    const notice = await author.ask('notices.publish', {
      requestId: newId(),
      title: 'Họp giao ban',
      body: 'Tám giờ sáng mai tại hội trường.',
      scope: { everyone: false, unitIds: [], personIds: ['finance-officer'] },
      mustAcknowledge: true,
      acknowledgeBy: '2026-03-11',
    });
    await vi.waitFor(() => expect(named(toldOfficer, 'stream.moved').length).toBeGreaterThan(0), PATIENCE);
    await vi.waitFor(async () => {
      const { marks } = await officer.ask('sync.pull', { cursor: first?.cursor ?? 0 });
      expect(marks).toContainEqual(expect.objectContaining({ kind: 'notice', id: notice.id }));
    }, PATIENCE);
    expect(await officer.ask('notices.get', { noticeId: notice.id })).toMatchObject({ title: 'Họp giao ban' });

    const before = named(toldAuthor, 'stream.moved').length;
    await officer.ask('notices.acknowledge', { noticeId: notice.id });
    await vi.waitFor(async () => {
      expect(named(toldAuthor, 'stream.moved').length).toBeGreaterThan(before);
      const { marks } = await author.ask('sync.pull', { cursor: own?.cursor ?? 0 });
      expect(marks).toContainEqual(expect.objectContaining({ kind: 'tally', id: notice.id }));
    }, PATIENCE);
    expect(await author.ask('notices.tally', { noticeId: notice.id })).toMatchObject({ audience: 1, acknowledged: 1 });
  });

  it('removed through one are silent on the other at once', async () => {
    const page = await followConversation(officer, group);
    const typed = listen(officer);
    const clerk = await enter(1, 'clerk');
    const stays = await followConversation(clerk, group);
    await say(head, group, 'trước');
    await vi.waitFor(() => expect(page.log().facts.at(-1)).toMatchObject({ text: 'trước' }), PATIENCE);

    await head.ask('conversations.removeMember', {
      conversationId: group,
      requestId: newId(),
      personId: 'finance-officer',
    });
    // At once: the very next thing each of them does.
    const removed = officer.socket;
    expect(await refusal(say(officer, group, 'còn đây'))).toBe('NOT_FOUND');
    expect(await refusal(officer.ask('messages.list', { conversationId: group }))).toBe('NOT_FOUND');
    await say(head, group, 'sau');
    removed.emit('typing.show', { conversationId: group });
    head.socket.emit('typing.show', { conversationId: group });
    await vi.waitFor(() => expect(stays.log().facts.at(-1)).toMatchObject({ text: 'sau' }), PATIENCE);
    // What comes through the same line afterwards shows that nothing of the group was still on its way.
    const direct = await head.ask('conversations.openDirect', { personId: 'finance-officer' });
    await say(head, direct.id, 'riêng');
    const facts = () => named(typed, 'conversation.facts').map(({ payload }) => payload);
    await vi.waitFor(() => expect(facts().at(-1)).toMatchObject({ conversationId: direct.id }), PATIENCE);
    const ofGroup = facts().filter(({ conversationId }) => conversationId === group);
    expect(JSON.stringify(ofGroup)).not.toContain('sau');
    expect(named(typed, 'typing.shown')).toEqual([]);
    expect(stays.log().facts.filter(({ kind }) => kind === 'sent')).toHaveLength(2);
  });
});

it('a deactivation on one ends the sockets on both at once, and what they hold opens nothing more', async () => {
  const [admin, here, there, colleague] = await Promise.all([
    enter(0, 'admin'),
    enter(0, 'planning-second-officer'),
    enter(1, 'planning-second-officer'),
    enter(1, 'planning-officer'),
  ]);
  const ends = [here, there].map(
    ({ socket }) => new Promise<string>((resolve) => socket.once('disconnect', (reason) => resolve(reason))),
  );
  const told = [here, there].map(listen);
  await admin.ask('people.deactivate', { requestId: newId(), personId: 'planning-second-officer' });
  expect(await refusal(there.ask('session.get', {}))).toBe('NOT_SIGNED_IN');
  expect(await Promise.all(ends)).toEqual(['io server disconnect', 'io server disconnect']);
  for (const heard of told) expect(named(heard, 'session.ended')).toHaveLength(1);
  expect(colleague.socket.connected).toBe(true);
  const [refused] = await Promise.all([
    new Promise<Error>((resolve) => there.socket.once('connect_error', resolve)),
    there.socket.connect(),
  ]);
  expect(refused.message).toBe('NOT_SIGNED_IN');
});
