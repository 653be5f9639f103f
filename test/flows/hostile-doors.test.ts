import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { COMMANDS } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { newId } from '@congso/domain/office/ids';
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askOverSocket, enterOffice, leaveOffice, type Visitor } from '../support/office/enter-office.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';

let office: OfficeOfProcesses;
let url: string;
let port: number;
let officer: Visitor;
let admin: Visitor;
/** What senders were told who never come to an end; they begin with the first test and are cut off after half a minute. */
let drips: Promise<string>[];
beforeAll(async () => {
  office = await startOffice();
  url = office.urls[0] ?? '';
  port = Number(new URL(url).port);
  const post = 'POST /api/session.get HTTP/1.1';
  drips = [
    drip(`${post}\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n`),
    drip(`GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-slow: `),
  ];
}, 60_000);
afterAll(async () => {
  // After all of it: nothing ended, nothing was a fault of ours, and nothing was said outward that is for us alone.
  expect(office.crashes).toEqual([]);
  expect(office.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await office.close();
}, 60_000);
beforeEach(async () => {
  [officer, admin] = await Promise.all([enterOffice(url, 'planning-officer'), enterOffice(url, 'admin')]);
});
afterEach(leaveOffice);

type Answered = { status: number; text: string; code: string | undefined; field: string | undefined };
const LEAKS = /node_modules|\.ts:|\.mjs|at async|at Object|Mongo|E11000|\/work\/|stack/;

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  expect(text).not.toMatch(LEAKS);
  let error: { code?: string; field?: string } | undefined;
  try {
    error = (JSON.parse(text) as { error?: typeof error }).error;
  } catch {
    error = undefined;
  }
  return { status: response.status, text, code: error?.code, field: error?.field };
}

/** Posts anything to anywhere, signed in as the officer unless told otherwise. */
const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  read(
    await fetch(`${url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', cookie: officer.cookie, ...headers },
    }),
  );
const command = (name: string, input: unknown, headers?: Record<string, string>) =>
  post(`/api/${name}`, JSON.stringify(input), headers);

describe('commands', () => {
  it.each([
    ['__proto__', 404],
    ['constructor', 404],
    ['hasOwnProperty', 404],
    ['toString', 404],
    ['nobody.knows', 404],
    ['messages.send.more', 404],
    ['%2e%2e%2fetc%2fpasswd', 404],
    ['%00', 404],
    ['%E0%A4%A', 400],
    ['a'.repeat(5_000), 404],
  ])('named %s are unknown at both doors', async (name, status) => {
    const answer = await command(name, {});
    expect([answer.status, answer.code]).toEqual([status, status === 404 ? 'UNKNOWN_COMMAND' : 'BAD_INPUT']);
    const overSocket = await askOverSocket(officer.socket, decodeLoosely(name), {});
    expect(overSocket).toMatchObject({ error: { code: name.length > 80 ? 'BAD_INPUT' : 'UNKNOWN_COMMAND' } });
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"text":'],
    ['no JSON', 'xin chào'],
    ['a number', '12'],
    ['a list', '[]'],
    ['null', 'null'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['a thousand brackets', '['.repeat(10_000)],
  ])('made of %s are bad input', async (_what, body) => {
    const answer = await post('/api/messages.send', body as string | Uint8Array<ArrayBuffer>);
    expect([answer.status, answer.code]).toEqual([400, 'BAD_INPUT']);
  });

  it('with an operator, a list or a prototype where a word belongs are bad input, in every command there is', async () => {
    const hostile = [{ $gt: '' }, { $ne: null }, ['a'], { $where: 'sleep(1000)' }, 12, true];
    const wrong: string[] = [];
    for (const name of Object.keys(COMMANDS)) {
      if (name === 'session.signOut' || name === 'session.signOutEverywhere') continue;
      const fields = Object.keys((COMMANDS[name as keyof typeof COMMANDS].input as { shape?: object }).shape ?? {});
      if (fields.length === 0) continue;
      for (const value of hostile.slice(0, 2)) {
        const answer = await command(name, Object.fromEntries(fields.map((field) => [field, value])));
        if (answer.status !== 400 || answer.code !== 'BAD_INPUT') wrong.push(`${name} ${answer.status} ${answer.code}`);
      }
    }
    expect(wrong).toEqual([]);
    for (const value of hostile) {
      const input = { conversationId: 'unit:planning', clientId: newId(), text: value };
      expect(await command('messages.send', input)).toMatchObject({ status: 400, code: 'BAD_INPUT', field: 'text' });
      const signIn = await command('session.signIn', { login: value, password: value }, { cookie: '' });
      expect([signIn.status, signIn.code]).toEqual([400, 'BAD_INPUT']);
    }
    const polluted = await post(
      '/api/session.get',
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}',
    );
    expect(polluted.status).toBe(200);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('too long in a field are bad input, too large as a whole are told so', async () => {
    const long = { conversationId: 'unit:planning', clientId: newId(), text: 'x'.repeat(LIMITS.messageLength + 1) };
    expect(await command('messages.send', long)).toMatchObject({ status: 400, code: 'BAD_INPUT', field: 'text' });
    const large = { ...long, text: 'x'.repeat(LIMITS.commandBytes) };
    expect(await command('messages.send', large)).toMatchObject({ status: 413, code: 'TOO_LARGE' });
  });

  it('of a hundred million bytes are refused and never held in memory', async () => {
    const before = await residentBytes();
    const answer = await new Promise<{ status: number; written: number }>((resolve, reject) => {
      let written = 0;
      const headers = { 'content-type': 'application/json', cookie: officer.cookie, 'content-length': 100_000_000 };
      const request = httpRequest(`${url}/api/messages.send`, { method: 'POST', headers }, (response) => {
        resolve({ status: response.statusCode ?? 0, written });
        request.destroy();
      });
      request.on('error', reject);
      const block = Buffer.alloc(64 * 1024, 'x');
      const more = () => {
        while (!request.destroyed && written < 100_000_000) {
          const piece = block.subarray(0, 100_000_000 - written);
          written += piece.length;
          if (!request.write(piece)) return void request.once('drain', more);
        }
        if (!request.destroyed) request.end();
      };
      more();
    });
    expect(answer.status).toBe(413);
    expect((await residentBytes()) - before).toBeLessThan(60_000_000);
  });

  it('from pages of others are refused, by form, by script and by socket', async () => {
    const input = { conversationId: 'unit:planning', clientId: newId(), text: 'giả' };
    for (const origin of [
      'https://evil.example',
      'null',
      `${url}.evil.example`,
      'file://',
      `http://localhost:${port}`,
    ]) {
      const answer = await command('messages.send', input, { origin });
      expect([origin, answer.status, answer.code]).toEqual([origin, 403, 'FOREIGN_ORIGIN']);
      expect(await connectError({ extraHeaders: { origin, cookie: officer.cookie } })).toMatch(/websocket error|403/);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = await command('messages.send', input, { 'content-type': type });
      expect([type, answer.status, answer.code]).toEqual([type, 403, 'FOREIGN_ORIGIN']);
    }
    expect((await command('session.get', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await command('session.get', {}, { origin: url })).status).toBe(200);
  });
});

describe('a socket', () => {
  it('in another protocol, unknown, or with a forged session is told why', async () => {
    const extraHeaders = { cookie: officer.cookie };
    expect(await connectError({ extraHeaders, auth: { protocol: PROTOCOL_VERSION + 1 } })).toBe('PROTOCOL_OUTDATED');
    expect(await connectError({ extraHeaders, auth: {} })).toBe('PROTOCOL_OUTDATED');
    expect(await connectError({ extraHeaders, auth: { protocol: { $gt: 0 } } })).toBe('PROTOCOL_OUTDATED');
    for (const token of ['', 'x'.repeat(40), { $gt: '' }, null, '__proto__']) {
      expect(await connectError({ auth: { protocol: PROTOCOL_VERSION, token } })).toBe('NOT_SIGNED_IN');
    }
  });

  it('that says nonsense is answered or ignored, and its neighbour goes on', async () => {
    const ask = (raw: unknown) => officer.socket.timeout(5_000).emitWithAck('request', raw);
    for (const raw of [null, 12, 'x', [], {}, { name: 12 }, { name: { $gt: '' } }, { name: '__proto__', input: {} }]) {
      const answer = (await ask(raw)) as { error: { code: string } };
      expect(['BAD_INPUT', 'UNKNOWN_COMMAND']).toContain(answer.error.code);
      expect(JSON.stringify(answer)).not.toMatch(LEAKS);
    }
    for (const event of ['__proto__', 'constructor', 'typing.show', 'presence.watch', 'error', 'unknown']) {
      for (const payload of [undefined, null, { $gt: '' }, 'x'.repeat(10_000), [[[[]]]]])
        officer.socket.emit(event, payload);
    }
    officer.socket.emit('request', { name: 'session.get', input: {} });
    officer.socket.emit('request', { name: 'session.get', input: {} }, 'no function');
    expect(await officer.ask('session.get', {})).toMatchObject({ person: { id: 'planning-officer' } });
    // More than a command may be: the line is cut, not the office.
    const cut = new Promise<string>((resolve) => officer.socket.once('disconnect', resolve));
    officer.socket.emit('request', { name: 'session.get', input: 'x'.repeat(LIMITS.commandBytes * 2) });
    expect(await cut).toBe('transport close');
    expect(await admin.ask('session.get', {})).toMatchObject({ person: { id: 'admin' } });
  });

  it('that asks a thousand things at once is answered every one, and refused beyond its share', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => askOverSocket(officer.socket, 'units.list', {})),
    );
    const codes = answers.map((answer) =>
      answer && 'error' in answer ? answer.error.code : answer ? 'ok' : 'silence',
    );
    expect(new Set(codes)).toEqual(new Set(['ok', 'TOO_MANY_REQUESTS']));
  });
});

describe('ids', () => {
  it('of others and of nothing are the same: not found', async () => {
    const secret = await admin.ask('conversations.openDirect', { personId: 'leader' });
    const task = await admin.ask('tasks.create', {
      requestId: newId(),
      title: 'Việc riêng',
      leadId: 'leader',
      due: null,
    });
    const at = new Date(office.inside.clock.now().getTime() + 3_600_000).toISOString();
    const wish = { requestId: newId(), text: 'riêng', at, target: { kind: 'none' } } as const;
    const reminder = await admin.ask('reminders.create', wish);
    for (const conversationId of [secret.id, 'nothing', 'unit:finance', `task:${task.id}`, 'document:x']) {
      const message = { conversationId, clientId: newId(), text: 'nghe lén' };
      for (const [name, input] of [
        ['messages.send', message],
        ['messages.list', { conversationId }],
        ['conversations.get', { conversationId }],
        ['conversations.markRead', { conversationId, seq: 1 }],
        ['conversations.addMembers', { conversationId, requestId: newId(), memberIds: ['planning-officer'] }],
      ] as const) {
        const answer = await command(name, input);
        expect([name, conversationId, answer.status, answer.code]).toEqual([name, conversationId, 404, 'NOT_FOUND']);
      }
    }
    for (const [name, input] of [
      ['tasks.get', { taskId: task.id }],
      ['tasks.cancel', { taskId: task.id, requestId: newId(), reason: 'phá' }],
      ['reminders.cancel', { reminderId: reminder.id, requestId: newId() }],
      ['files.get', { fileId: 'nothing' }],
      ['notices.get', { noticeId: 'nothing' }],
      ['documents.get', { documentId: 'nothing' }],
    ] as const) {
      const answer = await command(name, input);
      expect([name, answer.status, answer.code]).toEqual([name, 404, 'NOT_FOUND']);
    }
    for (const id of ['../../etc/passwd', 'a b', '', 'x'.repeat(161), 'a/b', 'a\u0000b', '$where']) {
      const answer = await command('conversations.get', { conversationId: id });
      expect([id, answer.status, answer.code]).toEqual([id, 400, 'BAD_INPUT']);
    }
  });

  it('of sessions that were forged open nothing', async () => {
    for (const cookie of [
      'congso_session=',
      'congso_session=x',
      `${officer.cookie}x`,
      'congso_session[$ne]=',
      '=;;=;',
    ]) {
      expect((await command('session.get', {}, { cookie })).code).toBe('NOT_SIGNED_IN');
    }
    expect((await command('session.get', {}, { cookie: '', authorization: 'Bearer x' })).code).toBe('NOT_SIGNED_IN');
    for (const path of ['/files/nothing', '/files/..%2f..%2fetc%2fpasswd', '/mails/nothing/original']) {
      expect((await read(await fetch(`${url}${path}`))).status).toBe(401);
      expect((await read(await fetch(`${url}${path}`, { headers: { cookie: officer.cookie } }))).status).toBe(404);
    }
  });
});

describe('what people write', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on templates
  const HTML = '<script>alert(1)</script><img src=x onerror="alert(2)"> {{7*7}} ${7*7} \' OR 1=1 -- &amp; %00';

  it('comes back as the same text from every field', async () => {
    const unit = await officer.ask('messages.send', { conversationId: await ownUnit(), clientId: newId(), text: HTML });
    expect(unit.fact).toMatchObject({ text: HTML });
    const group = await officer.ask('conversations.createGroup', {
      ...{ requestId: newId(), name: HTML, memberIds: ['clerk'] },
    });
    expect(group.name).toBe(HTML);
    const task = await officer.ask('tasks.create', {
      ...{ requestId: newId(), title: HTML, description: HTML, leadId: 'planning-officer', due: null },
    });
    expect(task).toMatchObject({ title: HTML, description: HTML });
    const head = await enterOffice(url, 'planning-head');
    const notice = await head.ask('notices.publish', {
      ...{ requestId: newId(), title: HTML, body: HTML, mustAcknowledge: false, acknowledgeBy: null },
      scope: { everyone: false, unitIds: [], personIds: ['planning-officer'] },
    });
    expect(await officer.ask('notices.get', { noticeId: notice.id })).toMatchObject({ title: HTML, body: HTML });
    const response = await fetch(`${url}/api/notices.get`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: officer.cookie },
      body: JSON.stringify({ noticeId: notice.id }),
    });
    // No browser takes an answer for a page.
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('with controls, or nothing to be seen, for a name is bad input', async () => {
    for (const name of ['a\u0000b', 'a\nb', 'a\u2028b', '\u200b', '\u202e', '   ']) {
      const answer = await command('conversations.createGroup', { requestId: newId(), name, memberIds: ['clerk'] });
      expect([name, answer.code, answer.field]).toEqual([name, 'BAD_INPUT', 'name']);
    }
  });

  it('as the name of a file leads nowhere and breaks no header', async () => {
    const names = [
      '../../../etc/passwd',
      'C:\\Windows\\a.exe',
      'a\u0000b.pdf',
      'x\r\nset-cookie: a=b',
      '\u202efdp.exe',
      '.',
      '',
    ];
    for (const name of [...names, HTML, 'x'.repeat(5_000)]) {
      const headers = { cookie: officer.cookie, 'tus-resumable': '1.0.0' };
      const begun = await fetch(`${url}/files/upload`, {
        method: 'POST',
        headers: {
          ...headers,
          'upload-length': '3',
          'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
        },
      });
      if (begun.status !== 201) {
        expect([name, (await read(begun)).status]).toEqual([name, 400]);
        continue;
      }
      const path = begun.headers.get('location') ?? '';
      const patch = { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
      expect((await fetch(`${url}${path}`, { method: 'PATCH', headers: patch, body: 'abc' })).status).toBe(204);
      const fileId = path.split('/').at(-1) ?? '';
      const file = await officer.ask('files.get', { fileId });
      expect(file.name).not.toMatch(/[\p{Cc}\u202a-\u202e/\\]/u);
      expect(file.name.length).toBeGreaterThan(0);
      expect(file.name.length).toBeLessThanOrEqual(LIMITS.fileName);
      const got = await fetch(`${url}/files/${fileId}`, { headers });
      expect([got.status, await got.text()]).toEqual([200, 'abc']);
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(got.headers.get('set-cookie')).toBeNull();
    }
  });
});

function decodeLoosely(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Why a socket may not come in. */
function connectError(options: Record<string, unknown>): Promise<string> {
  const auth = { protocol: PROTOCOL_VERSION };
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth, ...options });
  return new Promise((resolve) => {
    const end = (word: string) => {
      socket.disconnect();
      resolve(word);
    };
    socket.once('connect_error', (error) => end(error.message));
    socket.once('connect', () => end('it came in'));
  });
}

async function residentBytes(): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
}

async function ownUnit(): Promise<string> {
  const group = { requestId: newId(), name: 'Tổ', memberIds: ['clerk'] };
  return (await officer.ask('conversations.createGroup', group)).id;
}

it('a body that comes drop by drop, and a header that never ends, are cut off', async () => {
  for (const said of await Promise.all(drips)) {
    expect(said === '' || /^HTTP\/1\.1 4\d\d /.test(said)).toBe(true);
    expect(said).not.toMatch(LEAKS);
  }
}, 90_000);

/** A request that never comes to its end; what was answered, once the server has closed it. */
function drip(head: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(head));
    const drops = setInterval(() => socket.write('x'), 500);
    socket.on('data', (chunk) => {
      said += chunk.toString();
    });
    socket.on('error', () => undefined); // told by 'close'
    socket.on('close', () => {
      clearInterval(drops);
      resolve(said);
    });
  });
}
