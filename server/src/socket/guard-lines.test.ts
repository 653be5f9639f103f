import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { io as connectTo, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitStrangers } from '../strangers/strangers.ts';
import { type OfficeSockets, openSocketServer } from './open-socket.ts';
import { forgivePacket } from './person-lines.ts';

let office: TestOffice;
let io: OfficeSockets;
let url: string;
const clients: Socket[] = [];
/** A machine that has other work. */
const PATIENT = { timeout: 15_000 };
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  const http = createServer();
  io = openSocketServer(http, office, [], limitStrangers(office, 0));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await io.close();
  await closeTestOffice(office);
});

const countSockets = () => io.of('/').sockets.size;
const tokenOf = async (personId: string) => (await openSession(office, personId, 'token', 'test')).secret;

/** 'in', or why not. */
function enter(token: string): Promise<string> {
  const options = { forceNew: true, transports: ['websocket'], reconnection: false };
  const socket = connectTo(url, { ...options, auth: { protocol: PROTOCOL_VERSION, token } });
  clients.push(socket);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('in'));
    socket.once('connect_error', ({ message }) => resolve(message));
  });
}

describe('one person', () => {
  it('opens as many lines as tabs and devices need, and not thousands; colleagues come in', async () => {
    const token = await tokenOf('planning-officer');
    const answers = await Promise.all(Array.from({ length: 60 }, () => enter(token)));
    expect(answers.filter((answer) => answer === 'in')).toHaveLength(50);
    expect(answers.filter((answer) => answer === 'TOO_MANY_REQUESTS')).toHaveLength(10);
    expect(await enter(await tokenOf('finance-officer'))).toBe('in');

    clients[answers.indexOf('in')]?.disconnect();
    await expect.poll(countSockets, PATIENT).toBe(50);
    expect(await enter(token)).toBe('in');
  });

  it('who asks to be let in five hundred times over one line is let in once', async () => {
    const { line, say } = await openPolling();
    const connect = `40${JSON.stringify({ protocol: PROTOCOL_VERSION, token: await tokenOf('planning-officer') })}`;
    await say(Array(500).fill(connect).join('\x1e'));
    await expect.poll(async () => (await (await fetch(line)).text()).includes('40{"sid"'), PATIENT).toBe(true);
    expect(countSockets()).toBe(1);
  });

  it('who sends without end is cut off with all lines and kept out for a while, and nobody else', async () => {
    const flooder = await tokenOf('planning-officer');
    const tokens = [flooder, flooder, await tokenOf('finance-officer')];
    expect(await Promise.all(tokens.map(enter))).toEqual(['in', 'in', 'in']);
    const [flooding, other, quiet] = clients;
    const ends = [flooding, other].map((line) => new Promise((resolve) => line?.once('disconnect', resolve)));
    // Half of it over each: what a client multiplies does not multiply what it may.
    for (let n = 0; n < 2_500; n += 1) {
      flooding?.emit('typing.show', { conversationId: 'x' });
      other?.emit('typing.show', { conversationId: 'x' });
    }
    expect(await Promise.all(ends)).toEqual(['transport close', 'transport close']);
    expect(await enter(flooder)).toBe('TOO_MANY_REQUESTS');
    expect(quiet?.connected).toBe(true);
    expect(await enter(await tokenOf('clerk'))).toBe('in');

    const { length } = (await askForLines(1, flooder)).filter((status) => status === 403);
    expect(length, 'refused at the handshake, where it says who it is there').toBe(1);
  });

  it('whose packets are carried out is no flood, however many they are', async () => {
    expect(await enter(await tokenOf('planning-officer'))).toBe('in');
    const [socket] = clients;
    for (const { conn } of io.of('/').sockets.values())
      conn.on('packet', () => {
        forgivePacket(conn);
      });
    for (let n = 0; n < 5_000; n += 1) socket?.emit('typing.show', { conversationId: 'x' });
    const colleague = await enter(await tokenOf('finance-officer'));
    expect([colleague, socket?.connected]).toEqual(['in', true]);
  });
});

describe('a line that says nothing of whose it is', () => {
  it('is one of a few from its network, and who is signed in there gets in', async () => {
    const statuses = await askForLines(60);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(statuses.filter((status) => status === 403)).toHaveLength(10);
    expect(await askForLines(3, await tokenOf('clerk'))).toEqual([200, 200, 200]);
  });

  it('is not listened to when it says much at once', async () => {
    const { line, say } = await openPolling();
    const connect = (token: string, more: string) =>
      say(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, token, more })}`);
    await connect(await tokenOf('planning-officer'), 'x'.repeat(5_000));
    await connect(await tokenOf('finance-officer'), '');
    await expect.poll(async () => (await (await fetch(line)).text()).includes('40{"sid"'), PATIENT).toBe(true);
    expect([...io.of('/').sockets.values()].map(({ data }) => data.personId)).toEqual(['finance-officer']);
  });
});

const polling = () => `${url}/socket.io/?EIO=4&transport=polling`;

/** The statuses of so many handshakes. */
function askForLines(count: number, token?: string): Promise<number[]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const one = async () => {
    const answer = await fetch(polling(), { headers });
    await answer.text();
    return answer.status;
  };
  return Promise.all(Array.from({ length: count }, one));
}

async function openPolling() {
  const { sid } = JSON.parse((await (await fetch(polling())).text()).slice(1)) as { sid: string };
  const line = `${polling()}&sid=${sid}`;
  return { line, say: (body: string) => fetch(line, { method: 'POST', body }) };
}
