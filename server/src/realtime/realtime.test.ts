import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConversationFact } from '@congso/contract/chat';
import { LIMITS } from '@congso/contract/limits';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { conversations } from '@congso/domain/chat/conversation-model';
import { followUnit } from '@congso/domain/chat/follow-people';
import { addMembers } from '@congso/domain/chat/groups/add-members';
import { createGroup } from '@congso/domain/chat/groups/create-group';
import { removeMember } from '@congso/domain/chat/groups/remove-member';
import { sendMessage } from '@congso/domain/messages/send-message';
import { newId } from '@congso/domain/office/ids';
import type { Office } from '@congso/domain/office/office';
import { type OpenOffice, openOffice } from '@congso/domain/open-office';
import { resetPassword } from '@congso/domain/people/accounts/reset-password';
import { changePassword } from '@congso/domain/sessions/account/change-password';
import { openSession } from '@congso/domain/sessions/open-session';
import { sessions } from '@congso/domain/sessions/session-model';
import { buildOffice, callerOf, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { pino } from 'pino';
import { io as connectTo, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { type OfficeSockets, openSocketServer } from '../socket/open-socket.ts';
import { serveRequests } from '../socket/request-door.ts';
import { limitStrangers } from '../strangers/strangers.ts';
import { attachRealtime } from './attach-realtime.ts';
import { presenceRoom } from './rooms.ts';

type Door = {
  office: Office;
  url: string;
  io: OfficeSockets;
  close(): Promise<void>;
};
type Told = { facts: ConversationFact[]; typing: string[]; presence: string[]; packets: number; ended: boolean };

let office: TestOffice;
let secondOffice: OpenOffice;
let one: Door;
let two: Door;
let groupId: string;
const clients: Socket[] = [];

beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  secondOffice = await openOffice({
    mongoUrl: office.databaseUrl,
    redisUrl: inject('redisUrl'),
    redisPrefix: office.redis.prefix,
    blobFolder: office.blobFolder,
    clock: office.clock,
    log: pino({ level: 'silent' }),
  });
  const group = { requestId: 'make-group-1', name: 'Nhóm', memberIds: ['planning-officer', 'finance-officer'] };
  groupId = (await createGroup(office, await callerOf(office, 'planning-head'), group)).id;
  await office.relay.settled();
  one = await openDoor(office);
  two = await openDoor(secondOffice);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await one.close();
  await two.close();
  await secondOffice.close();
  await closeTestOffice(office);
});

async function openDoor(at: Office): Promise<Door> {
  const http = createServer();
  const io = openSocketServer(http, at, [], limitStrangers(at, 0));
  const realtime = attachRealtime(io, at);
  io.on('connection', (socket) => serveRequests(at, socket));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    office: at,
    io,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: async () => {
      await realtime.close();
      await io.close();
    },
  };
}

async function enter(door: Door, who: string, pageOf?: string): Promise<{ socket: Socket; told: Told }> {
  const { secret } = await openSession(office, who, 'token', 'test');
  const socket = connectTo(door.url, {
    forceNew: true,
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, token: secret, personId: pageOf },
  });
  clients.push(socket);
  const told: Told = { facts: [], typing: [], presence: [], packets: 0, ended: false };
  socket.on('conversation.facts', ({ facts }) => {
    told.packets += 1;
    told.facts.push(...facts);
  });
  socket.on('typing.shown', ({ personId }) => told.typing.push(personId));
  socket.on('presence.changed', ({ personId, isOnline }) => told.presence.push(`${personId} ${isOnline}`));
  socket.on('session.ended', () => {
    told.ended = true;
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return { socket, told };
}

const say = async (at: Office, who: string, text: string, conversationId = groupId) => {
  const caller = await callerOf(office, who);
  return sendMessage(at, caller, { conversationId, clientId: newId(), text, fileIds: [], replyTo: null });
};
/** On two cores that are busy with the rest of the tests, too. */
const soon = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000 });
const texts = (told: Told) => told.facts.flatMap((fact) => (fact.kind === 'sent' ? [fact.text] : []));
const ask = (socket: Socket, name: string, input: object) => socket.emitWithAck('request', { name, input });

/** The office with a bus that tells nobody, as when the process died right after the write. */
const dying = (at: Office): Office =>
  Object.assign(Object.create(at), { bus: { publish: () => undefined, subscribe: () => undefined } });

describe('people on two server processes', () => {
  it('see each other’s messages, in one order, each once', async () => {
    const here = await enter(one, 'planning-officer');
    const there = await enter(two, 'finance-officer');
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        say(n % 2 === 0 ? office : secondOffice, n % 2 === 0 ? 'planning-officer' : 'finance-officer', `${n}`),
      ),
    );
    await soon(() => expect([here.told.facts.length, there.told.facts.length]).toEqual([41, 41]));
    expect(here.told.facts).toEqual(there.told.facts);
    // The group's founding is as new here as what is said in it, and told with it.
    expect(here.told.facts.map((fact) => fact.seq)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));
  });

  it('get what was said together in few packets', async () => {
    const { told } = await enter(one, 'finance-officer');
    await Promise.all(Array.from({ length: 50 }, (_, n) => say(office, 'planning-officer', `${n}`)));
    await soon(() => expect(texts(told)).toHaveLength(50));
    expect(told.packets).toBeLessThan(25);
  });

  it('send and are answered over the socket', async () => {
    const { socket } = await enter(two, 'finance-officer');
    const input = { conversationId: groupId, clientId: 'client-id-1', text: 'qua ổ cắm' };
    const first = await ask(socket, 'messages.send', input);
    expect(first).toMatchObject({ result: { fact: { kind: 'sent', seq: 2, text: 'qua ổ cắm' } } });
    expect(await ask(socket, 'messages.send', input)).toEqual(first);
    expect(await ask(socket, 'messages.send', { ...input, conversationId: 'unit:finance' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

/** So many letters that nobody has said a word about, each newer than anything that was said. */
const putSilent = async (count: number, memberIds: string[]) => {
  const at = new Date(office.clock.now().getTime() + 3_600_000);
  const silent = Array.from({ length: count }, (_, n) => ({
    ...{ _id: `document:d${n}`, kind: 'document' as const, subjectId: `d${n}`, name: `${n}/2026`, memberIds },
    ...{ membersVersion: 1, managerId: null, head: { seq: 1, count: 0 }, latest: null, activeAt: at },
    ...{ version: 1, createdAt: at, createdById: null, outbox: [], requestIds: [] },
  }));
  await conversations.of(office).insertMany(silent);
};

it('somebody in a thousand conversations about letters still hears his group, and who types in it', async () => {
  await putSilent(1_000, ['planning-officer', 'finance-officer']);
  const { socket, told } = await enter(one, 'planning-officer');
  const other = await enter(two, 'finance-officer');
  await say(office, 'finance-officer', 'họp nhóm');
  other.socket.emit('typing.show', { conversationId: groupId });
  await soon(() => expect([texts(told), told.typing]).toEqual([['họp nhóm'], ['finance-officer']]));
  const { result } = await ask(socket, 'conversations.list', {});
  expect(result.conversations.map(({ id }: { id: string }) => id)).toEqual([groupId]);
});

it('a page of one person gets no line with the session of another, who signed in beside it', async () => {
  await enter(one, 'finance-officer', 'finance-officer');
  await expect(enter(one, 'finance-officer', 'planning-officer')).rejects.toThrow('NOT_SIGNED_IN');
});

describe('a member removed through one process', () => {
  const remove = async (at: Office) =>
    removeMember(at, await callerOf(office, 'planning-head'), {
      conversationId: groupId,
      requestId: newId(),
      personId: 'finance-officer',
    });

  it('hears nothing more on the other', async () => {
    const { told } = await enter(two, 'finance-officer');
    const { told: stays } = await enter(two, 'planning-officer');
    await say(office, 'planning-head', 'trước');
    await soon(() => expect(texts(told)).toEqual(['trước']));
    await remove(office);
    await say(office, 'planning-head', 'sau');
    await soon(() => expect(texts(stays)).toEqual(['trước', 'sau']));
    expect(texts(told)).toEqual(['trước']);
  });

  it('hears nothing more although the nudge about it was lost', async () => {
    const { told } = await enter(two, 'finance-officer');
    const { told: stays } = await enter(two, 'planning-officer');
    await say(office, 'planning-head', 'trước');
    await soon(() => expect(texts(told)).toEqual(['trước']));
    await remove(dying(office));
    await say(office, 'planning-head', 'sau');
    await soon(() => expect(texts(stays)).toContain('sau'));
    expect(texts(told)).toEqual(['trước']);
  });

  it('brought in again hears what is said from then on', async () => {
    const { told } = await enter(two, 'clerk');
    await addMembers(office, await callerOf(office, 'planning-head'), {
      conversationId: groupId,
      requestId: newId(),
      memberIds: ['clerk'],
    });
    await say(office, 'planning-head', 'chào mừng');
    await soon(() => expect(texts(told)).toEqual(['chào mừng']));
  });
});

it('somebody transferred to another unit hears nothing more of the old one, before anything followed from it', async () => {
  await followUnit(office, { unitId: 'finance' });
  const { told } = await enter(two, 'finance-officer');
  const { told: stays } = await enter(two, 'finance-head');
  await say(office, 'finance-head', 'trước', 'unit:finance');
  await soon(() => expect(texts(told)).toEqual(['trước']));
  await transfer(office, 'finance-officer', 'planning', ['officer']);
  await say(office, 'finance-head', 'sau', 'unit:finance');
  await soon(() => expect(texts(stays)).toEqual(['trước', 'sau']));
  expect(texts(told)).toEqual(['trước']);
});

describe('a process that died between write and fan-out', () => {
  it('is made good for by the sweep of the others, in order and once', async () => {
    const { told } = await enter(two, 'finance-officer');
    await say(office, 'planning-head', 'một');
    await soon(() => expect(texts(told)).toEqual(['một']));
    await say(dying(office), 'planning-head', 'hai');
    await say(dying(office), 'planning-head', 'ba');
    await soon(() => expect(texts(told)).toEqual(['một', 'hai', 'ba']));
  });

  it('is made good for by the next message already', async () => {
    const { told } = await enter(two, 'finance-officer');
    await say(office, 'planning-head', 'một');
    await say(dying(office), 'planning-head', 'hai');
    await say(secondOffice, 'planning-head', 'ba');
    await soon(() => expect(texts(told)).toEqual(['một', 'hai', 'ba']));
  });
});

describe('typing', () => {
  it('is shown to the others in the conversation, on both processes, and not to outsiders', async () => {
    const here = await enter(one, 'planning-officer');
    const there = await enter(two, 'finance-officer');
    const outsider = await enter(two, 'clerk');
    outsider.socket.emit('typing.show', { conversationId: groupId });
    outsider.socket.emit('typing.show', { conversationId: { $ne: 1 } });
    here.socket.emit('typing.show', { conversationId: groupId });
    here.socket.emit('typing.show', { conversationId: groupId });
    await soon(() => expect(there.told.typing).toEqual(['planning-officer']));
    expect(outsider.told.typing).toEqual([]);
    expect(here.told.typing).toEqual([]);
  });

  it('of one person is told as often as of one page, over however many sockets it comes', async () => {
    const there = await enter(two, 'finance-officer');
    const pages = await Promise.all(Array.from({ length: 20 }, () => enter(one, 'planning-officer')));
    const start = performance.now();
    for (const { socket } of pages) socket.emit('typing.show', { conversationId: groupId });
    // Answered behind what was typed.
    await Promise.all(pages.map(({ socket }) => ask(socket, 'session.get', {})));
    const seconds = (performance.now() - start) / 1_000;
    await soon(() => expect(there.told.typing).toContain('planning-officer'));
    expect(there.told.typing.length).toBeLessThanOrEqual(1 + seconds);
  });
});

describe('presence', () => {
  it('is followed for who changes whom to watch without end only now and then, and for whom was named last', async () => {
    const watcher = await enter(one, 'clerk');
    const { adapter } = one.io.of('/');
    let joined = 0;
    adapter.on('join-room', () => {
      joined += 1;
    });
    const personIds = Array.from({ length: 500 }, (_, n) => `somebody-${n}`);
    for (let n = 0; n < 200; n += 1) watcher.socket.emit('presence.watch', { personIds });
    watcher.socket.emit('presence.watch', { personIds: ['leader'] });
    await expect.poll(() => adapter.rooms.has(presenceRoom('leader')), { timeout: 5_000 }).toBe(true);
    expect(joined).toBe(501);
    expect(adapter.rooms.has(presenceRoom('somebody-1'))).toBe(false);
  });

  it('is shown to who watches, across processes, and ends with the last socket', async () => {
    const watcher = await enter(one, 'clerk');
    watcher.socket.emit('presence.watch', { personIds: ['leader'] });
    expect(await ask(watcher.socket, 'presence.list', { personIds: ['leader', 'clerk'] })).toEqual({
      result: { online: ['clerk'] },
    });
    const first = await enter(two, 'leader');
    await soon(() => expect(watcher.told.presence).toEqual(['leader true']));
    const second = await enter(one, 'leader');
    await soon(async () => expect(await office.redis.commands.zcard(`${office.redis.prefix}:presence:leader`)).toBe(2));
    first.socket.disconnect();
    await soon(async () => expect(await office.redis.commands.zcard(`${office.redis.prefix}:presence:leader`)).toBe(1));
    expect(watcher.told.presence).toEqual(['leader true']);
    second.socket.disconnect();
    await soon(() => expect(watcher.told.presence).toEqual(['leader true', 'leader false']));
  });

  it('of a process that died ends by itself', async () => {
    const { socket } = await enter(one, 'clerk');
    await office.redis.commands.zadd(
      `${office.redis.prefix}:presence:leader`,
      office.clock.now().getTime() + 60_000,
      'dead:socket',
    );
    const online = async () => (await ask(socket, 'presence.list', { personIds: ['leader'] })).result.online;
    expect(await online()).toEqual(['leader']);
    office.clock.advance(61_000);
    expect(await online()).toEqual([]);
  });
});

describe('a temporary password', () => {
  it('opens no line: somebody else still knows it, and would hear what is said', async () => {
    const who = { personId: 'finance-officer', requestId: newId() };
    const { temporaryPassword } = await resetPassword(office, await callerOf(office, 'admin'), who);
    await expect(enter(one, 'finance-officer')).rejects.toThrow('PASSWORD_MUST_CHANGE');
    await changePassword(office, await callerOf(office, 'finance-officer'), {
      requestId: newId(),
      currentPassword: temporaryPassword ?? '',
      newPassword: 'mười hai con giáp',
    });
    const { told } = await enter(one, 'finance-officer');
    await say(office, 'planning-head', 'chào');
    await soon(() => expect(texts(told)).toEqual(['chào']));
  });
});

describe('a client that stops reading', () => {
  /** As one would that means harm: what the server sends stays on the line, and it still answers its pings. */
  const stopReading = ({ io }: Socket) => {
    const { ws } = io.engine.transport as unknown as { ws: { pause(): void } };
    ws.pause();
  };
  const LARGE = 'x'.repeat(1024 * 1024);

  it('is disconnected before what it asked for fills the memory, and the others are not', async () => {
    const { socket } = await enter(one, 'planning-officer');
    const stays = await enter(one, 'finance-officer');
    for (let n = 0; n < 50; n += 1) await say(office, 'planning-head', LARGE.slice(0, LIMITS.messageLength));
    stopReading(socket);
    const ask = () => {
      const input = { conversationId: groupId, limit: 50 };
      for (let n = 0; n < 20; n += 1) socket.emit('request', { name: 'messages.list', input }, () => undefined);
      return one.io.engine.clientsCount;
    };
    await vi.waitUntil(() => ask() === 1, { timeout: 30_000 });
    await say(office, 'planning-head', 'sau');
    await soon(() => expect(texts(stays.told)).toContain('sau'));
  });

  it('is disconnected before what it is told fills the memory', async () => {
    const { socket } = await enter(one, 'planning-officer');
    stopReading(socket);
    const tell = () => {
      one.io.emit('typing.shown', { conversationId: LARGE, personId: '' });
      return one.io.engine.clientsCount;
    };
    await vi.waitUntil(() => tell() === 0, { timeout: 30_000 });
  });
});

describe('a session that ends', () => {
  it('takes its sockets with it although the nudge was lost, and leaves the person’s other sockets', async () => {
    const ended = await enter(one, 'clerk');
    const [first] = await sessions.of(office).find({ personId: 'clerk' }).lean();
    const stays = await enter(one, 'clerk');
    await sessions.of(office).deleteOne({ _id: first?._id ?? '' });
    secondOffice.bus.publish('session.ended', { personId: 'clerk', exceptSessionId: null });
    await soon(() => expect(ended.told.ended && ended.socket.disconnected).toBe(true));
    expect(stays.socket.connected).toBe(true);
    await sessions.of(office).deleteMany({ personId: 'clerk' });
    await soon(() => expect(stays.socket.disconnected).toBe(true));
  });
});
