import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { limitStrangers } from '../strangers/strangers.ts';
import { buildApp } from './app.ts';

let office: TestOffice;
let http: Server;
let url: string;
let token: string;

beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  token = (await openSession(office, 'clerk', 'token', 'test')).secret;
  const env = readEnv({ MONGODB_URL: 'x', REDIS_URL: 'x', BLOB_DIR: office.blobFolder });
  // A clock that stands still: what a slow machine takes longer for is not asked more slowly.
  const strangers = limitStrangers(office, 0, undefined, () => 0);
  http = createServer(await buildApp(office, env, [], strangers));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
});

/** Announces a body and never sends it; the answer's first line. */
function announce(path: string, bytes: number, headers = ''): Promise<string> {
  const line = connect((http.address() as AddressInfo).port, '127.0.0.1');
  const head = 'Host: office\r\nContent-Type: application/json\r\n';
  line.write(`POST ${path} HTTP/1.1\r\n${head}Content-Length: ${bytes}\r\n${headers}\r\n`);
  return new Promise((resolve) => {
    line.once('data', (answer) => {
      line.destroy();
      resolve(answer.toString('latin1').split('\r\n')[0] ?? '');
    });
  });
}
const bearer = (secret: string) => `Authorization: Bearer ${secret}\r\n`;
const post = (path: string, secret: string, body: string) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body,
  });

describe('a body is not read', () => {
  it('of somebody nobody knows', async () => {
    expect(await announce('/api/people.list', 240_000)).toBe('HTTP/1.1 401 Unauthorized');
    expect(await announce('/api/people.list', 240_000, bearer('x'.repeat(43)))).toBe('HTTP/1.1 401 Unauthorized');
  });
  it('of a command there is not', async () => {
    expect(await announce('/api/people.eat', 240_000, bearer(token))).toBe('HTTP/1.1 404 Not Found');
  });
  it('that is longer than what a stranger has to say', async () => {
    expect(await announce('/api/session.signIn', 20_000)).toBe('HTTP/1.1 413 Payload Too Large');
  });
});

it('a session that ends while the body of its command is on its way carries nothing out', async () => {
  const line = connect((http.address() as AddressInfo).port, '127.0.0.1');
  const answer = new Promise<string>((resolve) => line.once('data', (data) => resolve(data.toString('latin1'))));
  const head = `Host: office\r\nContent-Type: application/json\r\n${bearer(token)}`;
  line.write(`POST /api/people.list HTTP/1.1\r\n${head}Content-Length: 2\r\n\r\n{`);
  await new Promise((resolve) => http.once('request', resolve));
  const ended = post('/api/session.signOut', token, '{}');
  await ended;
  // Longer than a body may be on its way without a second look at whose it is.
  const sentAt = performance.now();
  await expect.poll(() => performance.now() - sentAt, { timeout: 15_000 }).toBeGreaterThan(150);
  line.write('}');
  expect(await answer).toContain('401 Unauthorized');
  line.destroy();
});

it('strangers who ask without end are refused late, and who is signed in at the same address is not', async () => {
  const start = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: 900 }, async () => {
      const answer = await post('/api/people.list', 'nobody', '{}');
      await answer.text();
      return `${answer.status} ${answer.headers.get('retry-after')}`;
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const looked = statuses.filter((status) => status === '401 null').length;
  expect(looked).toBe(600);
  expect(new Set(statuses)).toEqual(new Set(['401 null', '429 10']));
  expect(seconds).toBeGreaterThan(1);
  expect((await post('/api/people.list', token, '{}')).status).toBe(200);
});

describe('what is the same for all', () => {
  it('is sent small, and not again to who has it', async () => {
    const first = await fetch(`${url}/api/openapi.json`, { headers: { 'accept-encoding': 'gzip, br' } });
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(Number(first.headers.get('content-length'))).toBeLessThan(text.length / 5);
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
    const again = await fetch(`${url}/api/openapi.json`, {
      headers: { 'if-none-match': etag, 'accept-encoding': 'gzip', 'cache-control': 'max-age=0' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const plain = await fetch(`${url}/api/openapi.json`, { headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, text]);
  });

  it('figures, and which store is away, only the operator is told', async () => {
    const handedOn = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('congso_command_seconds');
    expect((await fetch(`${url}/metrics`, handedOn)).status).toBe(404);
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, mongo: true, redis: true });
    expect(await (await fetch(`${url}/readyz`, handedOn)).json()).toEqual({ ready: true });
  });
});
