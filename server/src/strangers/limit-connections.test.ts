import { createServer, get, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { limitConnections, type NameConnection } from './limit-connections.ts';

/** A machine that has other work. */
const PATIENT = { timeout: 15_000 };

let http: Server;
let port: number;
let name: NameConnection;
let opened: Socket[];

beforeEach(async () => {
  opened = [];
  http = createServer((request, response) => {
    if (request.url === '/me') name(request.socket, 'somebody');
    if (request.url !== '/hold') response.end('here');
  });
  name = limitConnections(http, { inAll: 60, fromOneNetwork: 20, ofOnePerson: 5 });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const connection of opened) connection.destroy();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
});

async function open(count: number, from = '127.0.0.1', first = ''): Promise<Socket[]> {
  const connections: Socket[] = [];
  for (let n = 0; n < count; n += 1) {
    const connection = connect({ port, host: '127.0.0.1', localAddress: from });
    connection.on('error', () => undefined);
    await new Promise((resolve) => connection.once('connect', resolve));
    connections.push(connection);
    if (first !== '') connection.write(`GET ${first} HTTP/1.1\r\nHost: office\r\n\r\n`);
    if (first === '/me') await new Promise((resolve) => connection.once('data', resolve));
  }
  opened.push(...connections);
  return connections;
}
const isOpen = (connection: Socket) => !connection.closed && !connection.destroyed;
const countOpen = (connections: readonly Socket[]) => expect.poll(() => connections.filter(isOpen).length, PATIENT);
const ask = (from: string) =>
  new Promise<string>((resolve) => {
    get({ port, host: '127.0.0.1', localAddress: from }, (answer) => {
      answer.resume().once('end', () => resolve('answered'));
    }).once('error', () => resolve('cut off'));
  });

it('of the silent ones of a network the oldest go, and who asks something there is answered', async () => {
  const silent = await open(30);
  await countOpen(silent).toBe(20);
  expect(silent.slice(-20).every(isOpen)).toBe(true);
  expect(await ask('127.0.0.1')).toBe('answered');
});

it('what somebody signed in has open is not counted among the strangers of their network, but among their own', async () => {
  const own = await open(3, '127.0.0.1', '/me');
  await open(30);
  expect(own.every(isOpen)).toBe(true);
  const more = await open(6, '127.0.0.1', '/me');
  await countOpen([...own, ...more]).toBe(5);
});

it('those over which something is asked stay; no more come beside them', async () => {
  const heard = new Promise<void>((resolve) => {
    let count = 0;
    http.on('request', () => {
      count += 1;
      if (count === 20) resolve();
    });
  });
  const asking = await open(20, '127.0.0.1', '/hold');
  await heard;
  expect(await ask('127.0.0.1')).toBe('cut off');
  expect(asking.every(isOpen)).toBe(true);
  expect(await ask('127.0.0.2')).toBe('answered');
});

it('silent ones from many networks leave room for who comes to ask', async () => {
  const silent: Socket[] = [];
  for (const host of [2, 3, 4, 5, 6]) silent.push(...(await open(20, `127.0.0.${host}`)));
  await countOpen(silent).toBe(54);
  expect(await ask('127.0.0.7')).toBe('answered');
});
