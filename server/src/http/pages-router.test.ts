import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { Refusal } from '@congso/domain/office/refusal';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFault } from './answer-fault.ts';
import { pagesRouter } from './pages-router.ts';

const PAGE = '<!doctype html><title>Congso</title>';
const SCRIPT = 'export const office = "Sở Nông nghiệp và Môi trường";'.repeat(50);

let office: TestOffice;
let folder: string;
let http: Server;

beforeAll(async () => {
  office = await openTestOffice();
  folder = await mkdtemp(join(tmpdir(), 'congso-pages-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of [
    ['index.html', PAGE],
    ['assets/first-abc.js', SCRIPT],
  ] as const) {
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
    await writeFile(join(folder, `${name}.gz`), gzipSync(text));
  }
  const app = express();
  app.use(pagesRouter(folder));
  app.use((_request, _response, next) => next(new Refusal('NOT_FOUND')));
  app.use(answerFault(office));
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await rm(folder, { recursive: true, force: true });
  await closeTestOffice(office);
});

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };

/** As it comes over the wire: fetch would unpack it and ask for what it can unpack. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = http.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['', undefined, (body: Buffer) => body],
])('a script is sent to a browser that takes "%s" as %s', async (accepted, encoding, unpack) => {
  const { status, headers, body } = await ask('/assets/first-abc.js', { 'accept-encoding': accepted });
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
  expect(headers['content-type']).toMatch(/javascript/);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(unpack(body).toString()).toBe(SCRIPT);
});

it('each encoding of a script has a tag of its own, and who has it already is not sent it again', async () => {
  const packed = await ask('/assets/first-abc.js', { 'accept-encoding': 'br' });
  const plain = await ask('/assets/first-abc.js');
  expect(packed.headers.etag).not.toBe(plain.headers.etag);
  const again = { 'accept-encoding': 'br', 'if-none-match': packed.headers.etag ?? '' };
  const { status, body } = await ask('/assets/first-abc.js', again);
  expect([status, body.length]).toEqual([304, 0]);
});

it.each(['/', '/documents/register', '/tasks/9diyrd?tab=history'])(
  'the page at %s is packed too, and asked about anew each time',
  async (path) => {
    const { status, headers, body } = await ask(path, { accept: 'text/html', 'accept-encoding': 'br' });
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([200, 'br', 'no-cache']);
    expect(headers['content-type']).toMatch(/^text\/html; charset=utf-8/i);
    expect(brotliDecompressSync(body).toString()).toBe(PAGE);
  },
);

it.each(['/', '/documents/register', '/assets/first-abc.js'])(
  'HEAD %s says what GET would, without it',
  async (path) => {
    const asked = { accept: '*/*', 'accept-encoding': 'br' };
    const head = await ask(path, asked, 'HEAD');
    const whole = await ask(path, asked);
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['content-length', 'content-type', 'content-encoding', 'etag', 'cache-control', 'vary']) {
      expect(head.headers[name], name).toBe(whole.headers[name]);
    }
  },
);

it('a script that is no longer there is said to be missing, and that is not kept for a year', async () => {
  const { status, headers, body } = await ask('/assets/first-old.js', { accept: '*/*', 'accept-encoding': 'br' });
  expect([status, JSON.parse(body.toString())]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
  expect([headers['cache-control'], headers['content-encoding']]).toEqual([undefined, undefined]);
});

it('a part that is not there of a packed script is an error in plain words', async () => {
  const { status, headers, body } = await ask('/assets/first-abc.js', {
    'accept-encoding': 'br',
    range: 'bytes=999999-',
  });
  expect([status, headers['content-encoding']]).toEqual([400, undefined]);
  expect(JSON.parse(body.toString())).toMatchObject({ error: { code: 'BAD_INPUT' } });
});
