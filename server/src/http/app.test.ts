import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { limitStrangers } from '../strangers/strangers.ts';
import { buildApp } from './app.ts';

let office: TestOffice;
let webDir: string;
let http: Server;
let url: string;

beforeEach(async () => {
  office = await openTestOffice();
  webDir = await mkdtemp(join(tmpdir(), 'congso-web-'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Congso</title>');
  const env = readEnv({ MONGODB_URL: 'x', REDIS_URL: 'x', BLOB_DIR: office.blobFolder, WEB_DIR: webDir });
  http = createServer(await buildApp(office, env, [], limitStrangers(office, 0)));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await rm(webDir, { recursive: true, force: true });
  await closeTestOffice(office);
});

it('the page is shown at every address of it', async () => {
  const page = await fetch(`${url}/office/today`, { headers: { accept: 'text/html' } });
  expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Congso</title>']);
});

it('a part of the page that is not there is an error with a code, and tells nothing of where the program lies', async () => {
  const answer = await fetch(`${url}/`, { headers: { accept: 'text/html', range: 'bytes=999999-' } });
  const body = await answer.text();
  expect(answer.status).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ error: { code: 'BAD_INPUT' } });
  expect(body).not.toMatch(/node_modules|\.ts| at /);
});
