import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { settleAll } from '@congso/domain/messages/settle-round';
import { newId } from '@congso/domain/office/ids';
import { openSession } from '@congso/domain/sessions/open-session';
import { makeInputs, withValue } from '@congso/test/support/catalog/make-inputs';
import { type PrivateThing, putPrivateThings } from '@congso/test/support/catalog/put-private-things';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { io as connectTo } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { buildApp } from '../http/app.ts';
import { attachRealtime } from '../realtime/attach-realtime.ts';
import { openSocketServer } from '../socket/open-socket.ts';
import { serveRequests } from '../socket/request-door.ts';
import { limitStrangers } from '../strangers/strangers.ts';

// Thousands of questions one after the other, each with its own queries.
const LONG = 300_000;

let office: TestOffice;
let http: Server;
let url: string;
let things: PrivateThing[];
const tokens = new Map<string, string>();
const queries: string[] = [];

beforeAll(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  things = await putPrivateThings(office);
  for (const who of ['finance-officer', 'finance-head', 'admin', 'clerk', 'leader']) {
    tokens.set(who, (await openSession(office, who, 'token', 'test')).secret);
  }
  const env = readEnv({ MONGODB_URL: 'x', REDIS_URL: 'x', BLOB_DIR: office.blobFolder });
  http = createServer(await buildApp(office, env, [], limitStrangers(office, 0)));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  office.db.set('debug', (collection: string, method: string) => queries.push(`${collection}.${method}`));
}, LONG);
afterAll(async () => {
  office.db.set('debug', false);
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
}, LONG);

/** What an answer may say: everything of it but the clock. */
type Whole = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
type Asked = { readonly whole: Whole; readonly queries: readonly string[] };

async function ask(who: string, id: string, path: string, init: RequestInit = {}): Promise<Asked> {
  await office.relay.settled();
  await settleAll(office);
  queries.length = 0;
  const authorization = `Bearer ${tokens.get(who) ?? ''}`;
  const response = await fetch(`${url}${path}`, { ...init, headers: { authorization, ...init.headers } });
  expect(response.status, path).not.toBe(401);
  const body = masked(await response.text(), id);
  // Who asks is looked up anew after a wait, whatever it is about.
  const asked = queries.filter((query) => !query.startsWith('sessions.') && query !== 'people.find').sort();
  // The tag is a sum of the body, in which the id asked about may stand.
  const { date: _date, etag: _etag, ...headers } = Object.fromEntries(response.headers);
  return { whole: { status: response.status, headers, body }, queries: asked };
}

/** An answer without the id that was asked about, where it repeats it, and without the ids made for it. */
const masked = (body: string, id: string) => body.replaceAll(id, '<asked>').replace(/"[\w-]{20}"|"CV\d+"/g, '"<made>"');

const command = (who: string, name: string, id: string, input: unknown) =>
  ask(who, id, `/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

/** An id of the same make that was given to nothing. */
function inventedLike(id: string): string {
  const [kind, own] = id.includes(':') ? id.split(':') : [null, id];
  const random = `${newId()}${newId()}${newId()}${newId()}`;
  // The ids of units are words in this office.
  const invented = /^[0-9a-f]{64}$/.test(own ?? '')
    ? Buffer.from(random).toString('hex').slice(0, 64)
    : random.slice(0, own?.length);
  return kind === null ? invented : `${kind}:${invented}`;
}

/** What makes sense in any input of anybody: so that what is asked of is the one field that holds a private id. */
const SENSIBLE = {
  requestId: undefined,
  personId: 'finance-deputy',
  personIds: ['finance-deputy'],
  leadId: 'finance-deputy',
  coordinatorIds: [],
  memberIds: ['finance-deputy'],
  unitId: 'finance',
  positionId: 'position',
  mailDomain: 'snv.example.vn',
  senderDomain: 'a.example.vn',
  token: 'none-of-these-is-the-token',
};
/** They end the session that asks, or belong to nobody yet. */
const NOT_ASKED = [
  'session.office',
  'session.signIn',
  'session.signOut',
  'session.signOutEverywhere',
  'founding.found',
];

/** Every command with each of its ids in turn, and the input around it. */
function* everyId(): Generator<{ name: string; path: string; input: (id: string) => unknown }> {
  for (const [name, definition] of Object.entries<CommandDefinition>(COMMANDS)) {
    if (NOT_ASKED.includes(name)) continue;
    const { requestId: _made, ...fill } = SENSIBLE;
    for (const made of makeInputs(definition.input, fill)) {
      for (const field of made.fields.filter(({ kind }) => kind === 'id')) {
        const anew = made.fields.filter(({ kind }) => kind === 'requestId');
        const input = (id: string) =>
          withValue(
            anew.reduce((value, { path }) => withValue(value, path, newId()), made.value),
            field.path,
            id,
          );
        yield { name, path: field.path.join('.'), input };
      }
    }
  }
}

/** The things a field of this name may mean; any where the name tells nothing. */
const MEANT: Readonly<Record<string, RegExp>> = {
  conversationId: /conversation|group/,
  taskId: /task/,
  documentId: /document/,
  mailId: /mail$/,
  noticeId: /notice/,
  reminderId: /reminder/,
  ruleId: /rule/,
  smsId: /SMS/,
  sessionId: /session/,
  stepId: /step/,
  fileId: /file|upload/,
  fileIds: /file|upload/,
};
/** People, units and positions are known to everybody: anything else given for one is nothing. */
const PUBLIC = /person|member|lead|unit|position|appointment|coordinat/i;
const meantBy = (path: string): RegExp => {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  return MEANT[name] ?? (PUBLIC.test(name) ? /a notice|a task$/ : /./);
};

let compared = 0;
type Question = (id: string) => Promise<Asked>;
/** What differs between a private thing and nothing, in words; null as it should be. */
async function difference(what: string, thing: PrivateThing, question: Question): Promise<string | null> {
  const nothing = await question(inventedLike(thing.id));
  const foreign = await question(thing.id);
  compared += 1;
  const show = ({ status, headers, body }: Whole) => `${status} ${JSON.stringify(headers)} ${body}`;
  if (show(foreign.whole) !== show(nothing.whole)) {
    return `${what}, ${thing.what}: ${show(foreign.whole)} but for nothing ${show(nothing.whole)}`;
  }
  // The id of a file is 120 random bits: whoever can ask for one knows that it is there.
  if (foreign.whole.status < 400 || what.startsWith('files.get')) return null;
  if (String(foreign.queries) === String(nothing.queries)) return null;
  return `${what}, ${thing.what}: asks the database ${foreign.queries} but for nothing ${nothing.queries}`;
}

/** What a person may read by the office held or by a part in it, and what therefore is no secret from them. */
const READS: Readonly<Record<string, RegExp>> = {
  admin: /^(an SMS|a mail rule)$/,
  clerk: /document|mail|^a step|task of a step/,
  leader: /^(a|the) (task|report|notice|document|registered mail|step|conversation of a document)/,
};
const secretFrom = (who: string, wanted: RegExp) =>
  things.filter(({ what }) => wanted.test(what) && !READS[who]?.test(what));

describe('what is there and one may not know of is answered as what is not there', () => {
  it(
    'in every command, for every id in it: status, headers, body and the questions asked of the database',
    async () => {
      const differences: (string | null)[] = [];
      for (const { name, path, input } of everyId()) {
        for (const thing of secretFrom('finance-officer', meantBy(path))) {
          const question: Question = (id) => command('finance-officer', name, id, input(id));
          differences.push(await difference(`${name} ${path}`, thing, question));
        }
      }
      expect(differences.filter((one) => one !== null)).toEqual([]);
    },
    LONG,
  );

  it.each(['admin', 'clerk', 'leader'])(
    'to %s, whom it concerns as little',
    async (who) => {
      const differences: (string | null)[] = [];
      for (const { name, path, input } of everyId()) {
        // All at once, so whose queries are whose cannot be said.
        const question: Question = async (id) => ({ ...(await command(who, name, id, input(id))), queries: [] });
        const secret = secretFrom(who, meantBy(path));
        differences.push(...(await Promise.all(secret.map((thing) => difference(`${name} ${path}`, thing, question)))));
      }
      expect(differences.filter((one) => one !== null)).toEqual([]);
    },
    LONG,
  );

  it.each(['finance-officer', 'admin'])('to %s, at the doors of files and letters', async (who) => {
    const tus = { 'tus-resumable': '1.0.0' };
    const piece = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
    const doors: [string, (id: string) => string, RequestInit][] = [
      ['a download', (id) => `/files/${id}`, {}],
      ['a picture', (id) => `/files/${id}?inline`, {}],
      ['a part of a file', (id) => `/files/${id}`, { headers: { range: 'bytes=0-3' } }],
      ['no part of a file', (id) => `/files/${id}`, { headers: { range: 'bytes=999999-' } }],
      ['a file one has', (id) => `/files/${id}`, { headers: { 'if-none-match': '*' } }],
      ['the size of a file', (id) => `/files/${id}`, { method: 'HEAD' }],
      ['how far an upload is', (id) => `/files/upload/${id}`, { method: 'HEAD', headers: tus }],
      ['a piece of an upload', (id) => `/files/upload/${id}`, { method: 'PATCH', headers: piece, body: 'x' }],
      ['the end of an upload', (id) => `/files/upload/${id}`, { method: 'DELETE', headers: tus }],
      ['an upload by no method', (id) => `/files/upload/${id}`, { method: 'GET', headers: tus }],
      ['an original', (id) => `/mails/${id}/original`, {}],
      ['the size of an original', (id) => `/mails/${id}/original`, { method: 'HEAD' }],
    ];
    const differences: (string | null)[] = [];
    for (const [what, path, init] of doors) {
      const question: Question = async (id) => ({ ...(await ask(who, id, path(id), init)), queries: [] });
      differences.push(...(await Promise.all(things.map((thing) => difference(what, thing, question)))));
    }
    expect(differences.filter((one) => one !== null)).toEqual([]);
  });

  it('over the line, where whoever types into it or watches it hears nothing', async () => {
    const io = openSocketServer(http, office, [], limitStrangers(office, 0));
    const realtime = attachRealtime(io, office);
    io.on('connection', (socket) => serveRequests(office, socket));
    const auth = { protocol: PROTOCOL_VERSION, token: tokens.get('finance-officer') };
    const socket = connectTo(url, { transports: ['websocket'], forceNew: true, auth });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const heard: string[] = [];
    socket.onAny((event: string) => heard.push(event));
    socket.emit('presence.watch', { personIds: things.map(({ id }) => id) });
    const differences: (string | null)[] = [];
    for (const thing of things) {
      socket.emit('typing.show', { conversationId: thing.id });
      const question: Question = async (id) => {
        const input = { conversationId: id };
        const answer: unknown = await socket.emitWithAck('request', { name: 'conversations.get', input });
        return { whole: { status: 404, headers: {}, body: JSON.stringify(answer) }, queries: [] };
      };
      differences.push(await difference('a request', thing, question));
    }
    socket.disconnect();
    await realtime.close();
    io.engine.close();
    expect(differences.filter((one) => one !== null)).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('is compared more than a thousand times', () => {
    process.stdout.write(`${compared} answers about private things compared with answers about nothing\n`);
    expect(compared).toBeGreaterThan(1_000);
  });
});
