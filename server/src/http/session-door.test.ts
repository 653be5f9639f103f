import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { people } from '@congso/domain/people/person-model';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { limitStrangers } from '../strangers/strangers.ts';
import { buildApp } from './app.ts';

const PASSWORD = 'lúa-chín-đầu-thu';

let office: TestOffice;
let http: Server;
let url: string;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  await people.of(office).updateOne({ _id: 'clerk' }, { $set: { passwordHash: await hashPassword(PASSWORD) } });
  const env = readEnv({ MONGODB_URL: 'x', REDIS_URL: 'x', BLOB_DIR: office.blobFolder });
  http = createServer(await buildApp(office, env, [], limitStrangers(office, 0)));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
});

const signIn = (password: string, cookie = '') =>
  fetch(`${url}/api/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ login: 'clerk', password }),
  });

it('a browser that signed in is known at the door of the sign-in, and only there, by a cookie no script reads', async () => {
  const [session = '', known = ''] = (await signIn(PASSWORD)).headers.getSetCookie();
  expect(session).toMatch(/^congso_session=.*HttpOnly/);
  expect(known).toMatch(
    /^congso_browser=[\w.~-]+; Max-Age=\d+; Path=\/api\/session\.signIn; HttpOnly; SameSite=Strict$/,
  );
  for (let round = 0; round < 6; round += 1) await signIn('wrong');
  expect((await signIn(PASSWORD)).status).toBe(429);
  expect((await signIn(PASSWORD, known.split(';')[0])).status).toBe(200);
});
