import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import { newId } from '@congso/domain/office/ids';
import { people } from '@congso/domain/people/person-model';
import { openSession } from '@congso/domain/sessions/open-session';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { makeInputs, withValue } from '@congso/test/support/catalog/make-inputs';
import { putPrivateThings } from '@congso/test/support/catalog/put-private-things';
import { buildOffice, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { buildApp } from '../http/app.ts';
import { limitStrangers } from '../strangers/strangers.ts';

// Every text of every command, with everything below.
const LONG = 180_000;

const HOSTILE = {
  'a NUL': 'báo\u0000cáo',
  'half a character': 'báo \ud83d cáo',
  'the other half': '\udcdd',
  'a regular expression': '(((a+)+)+$[\\^.*?{2,}|',
  'an operator': '{"$gt":""}',
  'line breaks of all kinds': 'a\r\nb\u2028c\u2029d\v\f\u0085',
  'many marks, and characters nobody sees': `\u202e\u200b\u2066\ufeffa${'\u0301'.repeat(90)}`,
  'a hundred thousand letters': 'đ'.repeat(100_000),
};

let office: TestOffice;
let http: Server;
let url: string;
let authorization: string;
beforeAll(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  await putPrivateThings(office);
  // Past every gate, so that each text reaches what is done with it.
  await transfer(office, 'finance-head', 'finance', ['admin', 'leader', 'clerk', 'head']);
  const passwordHash = await hashPassword('lúa-chín-đầu-thu');
  await people.of(office).updateOne({ _id: 'finance-head' }, { $set: { passwordHash } });
  authorization = `Bearer ${(await openSession(office, 'finance-head', 'token', 'test')).secret}`;
  const env = readEnv({ MONGODB_URL: 'x', REDIS_URL: 'x', BLOB_DIR: office.blobFolder });
  http = createServer(await buildApp(office, env, [], limitStrangers(office, 0)));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}, LONG);
afterAll(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
}, LONG);

const SENSIBLE = {
  ...{ personId: 'finance-officer', personIds: ['clerk'], leadId: 'finance-officer', memberIds: ['clerk'] },
  ...{ coordinatorIds: [], fileIds: [], unitId: 'planning', unitIds: ['planning'], parentId: 'department' },
  ...{ positionId: 'position', conversationId: 'unit:finance', cursor: undefined, replyTo: null, fromMessage: null },
  ...{ mailDomain: 'snv.example.vn', box: 'register' },
};
const NOT_ASKED = ['session.signOut', 'session.signOutEverywhere'];

it(
  'no text in any field of any command is a fault of ours',
  async () => {
    const faults: string[] = [];
    let asked = 0;
    for (const [name, definition] of Object.entries<CommandDefinition>(COMMANDS)) {
      if (NOT_ASKED.includes(name)) continue;
      for (const made of makeInputs(definition.input, SENSIBLE)) {
        const repeats = made.fields.filter(({ kind }) => kind === 'requestId');
        for (const { path } of made.fields.filter(({ kind }) => kind === 'text')) {
          const ask = async ([what, text]: [string, string]) => {
            const anew = repeats.reduce((value, field) => withValue(value, field.path, newId()), made.value);
            const response = await fetch(`${url}/api/${name}`, {
              method: 'POST',
              headers: { authorization, 'content-type': 'application/json' },
              body: JSON.stringify(withValue(anew, path, text)),
            });
            asked += 1;
            const answer = await response.text();
            if (response.status >= 500) faults.push(`${name} ${path.join('.')} with ${what}: ${answer}`);
          };
          await Promise.all(Object.entries(HOSTILE).map(ask));
        }
      }
    }
    process.stdout.write(`${asked} hostile texts asked about\n`);
    expect(faults).toEqual([]);
  },
  LONG,
);

it('nor is one in an address', async () => {
  const paths = ['%00', 'a%00b', '%ED%A0%80', '%F0%9F%93', '(((a+)+)+$', '%5B%24gt%5D', 'a'.repeat(5_000)];
  for (const path of paths.flatMap((one) => [`/files/${one}`, `/mails/${one}/original`, `/files/upload/${one}`])) {
    const response = await fetch(`${url}${path}`, { headers: { authorization, 'tus-resumable': '1.0.0' } });
    expect(response.status, path).toBeLessThan(500);
  }
});
