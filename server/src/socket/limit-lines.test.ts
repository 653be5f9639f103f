import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { io as connectTo, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OfficeSockets, openSocketServer } from './open-socket.ts';

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
  io = openSocketServer(http, office, []);
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
    const polling = `${url}/socket.io/?EIO=4&transport=polling`;
    const { sid } = JSON.parse((await (await fetch(polling)).text()).slice(1)) as { sid: string };
    const line = `${polling}&sid=${sid}`;
    const connect = `40${JSON.stringify({ protocol: PROTOCOL_VERSION, token: await tokenOf('planning-officer') })}`;
    await fetch(line, { method: 'POST', body: Array(500).fill(connect).join('\x1e') });
    await expect.poll(async () => (await (await fetch(line)).text()).includes('40{"sid"'), PATIENT).toBe(true);
    expect(countSockets()).toBe(1);
  });

  it('who sends without end is cut off, and nobody else', async () => {
    const tokens = [await tokenOf('planning-officer'), await tokenOf('finance-officer')];
    expect(await Promise.all(tokens.map(enter))).toEqual(['in', 'in']);
    const [flooding, quiet] = clients;
    const end = new Promise((resolve) => flooding?.once('disconnect', resolve));
    for (let n = 0; n < 5_000; n += 1) flooding?.emit('typing.show', { conversationId: 'x' });
    expect(await end).toBe('transport close');
    expect(quiet?.connected).toBe(true);
  });
});
