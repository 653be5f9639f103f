import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import { people } from '@congso/domain/people/person-model';
import { openSession } from '@congso/domain/sessions/open-session';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { sessions } from '@congso/domain/sessions/session-model';
import { makeInputs } from '@congso/test/support/catalog/make-inputs';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { buildApp } from '../http/app.ts';
import { limitStrangers } from '../strangers/strangers.ts';

const TEMPORARY = 'hjkm-2p3q-x8vz';

let office: TestOffice;
let http: Server;
let url: string;
let authorization: string;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  const change = { mustChangePassword: true, passwordHash: await hashPassword(TEMPORARY) };
  await people.of(office).updateOne({ _id: 'admin' }, { $set: change });
  authorization = `Bearer ${(await openSession(office, 'admin', 'browser', '')).secret}`;
  await openSession(office, 'admin', 'browser', 'another');
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

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${url}${path}`, { ...init, headers: { authorization, ...init.headers } });
  const body = (await response.json().catch(() => null)) as { error?: { code: string } } | null;
  return body?.error?.code ?? response.status;
};
const command = (name: string, input: unknown) =>
  ask(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

/** These ask nobody who they are. */
const PUBLIC = ['session.office', 'session.signIn', 'founding.found'];

describe('an account that still has to change its password', () => {
  it('is refused everything of the catalog but what its form needs, and keeps its sessions as they are', async () => {
    const done: string[] = [];
    for (const [name, { input }] of Object.entries<CommandDefinition>(COMMANDS)) {
      if (PUBLIC.includes(name) || name === 'session.signOut') continue;
      const [made] = makeInputs(input, { currentPassword: TEMPORARY, newPassword: 'short' });
      if ((await command(name, made?.value)) !== 'PASSWORD_MUST_CHANGE') done.push(name);
    }
    expect(done).toEqual(['session.changePassword', 'session.get']);
    expect(await sessions.of(office).countDocuments({ personId: 'admin' })).toBe(2);
  });

  it('is refused files, uploads and letters', async () => {
    const tus = { 'tus-resumable': '1.0.0', 'upload-length': '1' };
    expect([
      await ask('/files/any'),
      await ask('/files/upload', { method: 'POST', headers: tus }),
      await ask('/files/upload/any', { method: 'DELETE', headers: tus }),
      await ask('/mails/any/original'),
    ]).toEqual(Array(4).fill('PASSWORD_MUST_CHANGE'));
  });

  it('signs out, or changes the password and goes on', async () => {
    const change = { requestId: 'change-one', currentPassword: TEMPORARY, newPassword: 'mưa-rơi-trên-phố' };
    expect(await command('session.changePassword', change)).toBe(200);
    expect(await command('session.list', {})).toBe(200);
    await people.of(office).updateOne({ _id: 'admin' }, { $set: { mustChangePassword: true } });
    expect(await command('session.signOut', {})).toBe(200);
    expect(await command('session.get', {})).toBe('NOT_SIGNED_IN');
  });
});
