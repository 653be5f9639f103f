import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PAGE_OWNER_HEADER } from '@congso/contract/protocol';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesRouter } from '../files/files-router.ts';
import { commandDoor } from './command-door.ts';

let office: TestOffice;
let http: Server;
let url: string;
let cookie: string;

beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  cookie = `congso_session=${(await openSession(office, 'clerk', 'browser', 'test')).secret}`;
  const app = express();
  app.use('/api', commandDoor(office, []));
  app.use('/files', await filesRouter(office, join(office.blobFolder, 'uploads'), []));
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
});

const DOORS = [
  ['a command', '/api/session.get'],
  ['a sign-out', '/api/session.signOut'],
  ['an upload', '/files/upload'],
] as const;
const ask = (path: string, owner: Record<string, string>) => {
  const headers = {
    cookie,
    'tus-resumable': '1.0.0',
    'upload-length': '9',
    'content-type': 'application/json',
    ...owner,
  };
  return fetch(`${url}${path}`, { method: 'POST', headers, body: path.startsWith('/api') ? '{}' : null });
};

it.each(DOORS)(
  '%s of a page that is another’s does nothing in the name of who signed in beside it',
  async (_, path) => {
    const refused = await ask(path, { [PAGE_OWNER_HEADER]: 'planning-officer' });
    expect([refused.status, await refused.json()]).toMatchObject([401, { error: { code: 'NOT_SIGNED_IN' } }]);
    expect(refused.headers.get('set-cookie'), 'who signed in stays signed in').toBeNull();
    expect((await ask('/api/session.get', {})).status).toBe(200);
  },
);

it.each(DOORS)('%s of the signed-in person’s own page, or of a program, is done', async (_, path) => {
  expect((await ask(path, { [PAGE_OWNER_HEADER]: 'clerk' })).ok).toBe(true);
  cookie = `congso_session=${(await openSession(office, 'clerk', 'browser', 'test')).secret}`;
  expect((await ask(path, {})).ok).toBe(true);
});
