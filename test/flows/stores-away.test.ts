import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mails } from '@congso/domain/mail/mail-model';
import { newId } from '@congso/domain/office/ids';
import { tasks } from '@congso/domain/tasks/task-model';
import { afterEach, beforeEach, describe, expect, it, onTestFailed, vi } from 'vitest';
import { askOverHttp, askOverSocket, enterOffice, leaveOffice, type Visitor } from '../support/office/enter-office.ts';
import { followConversation } from '../support/office/follow-conversation.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';
import { talkSmtp } from '../support/smtp/talk-smtp.ts';

const PATIENCE = { timeout: 30_000, interval: 100 };
let office: OfficeOfProcesses;
let url: string;
let head: Visitor;
let officer: Visitor;
let group: string;

async function open(servers: number, blobFolder?: string): Promise<void> {
  office = await startOffice({ servers, parts: ['workers', 'mail-gateway'], ...(blobFolder && { blobFolder }) });
  url = office.urls[0] ?? '';
  [head, officer] = await Promise.all([
    enterOffice(url, 'planning-head'),
    enterOffice(office.urls.at(-1) ?? '', 'finance-officer'),
  ]);
  const made = { requestId: newId(), name: 'Nhóm', memberIds: ['finance-officer'] };
  group = (await head.ask('conversations.createGroup', made)).id;
}
const showLines = () =>
  onTestFailed(() => void process.stderr.write(`${office.lines.slice(-40).join('\n').slice(0, 20_000)}\n`));

afterEach(async () => {
  leaveOffice();
  await office.close();
}, 60_000);

type Outcome = { name: string; code: string };
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

/** One of each kind of work, each asked once; how each of them ended. */
async function workOnce(round: number): Promise<Outcome[]> {
  const message = { conversationId: group, clientId: newId(), text: `qua HTTP ${round}` };
  const task = { requestId: newId(), title: `Việc ${round}`, leadId: 'planning-officer', due: null };
  const overSocket = async () => {
    const input = { ...message, clientId: newId(), text: `qua ổ cắm ${round}` };
    const answer = await askOverSocket(officer.socket, 'messages.send', input);
    return answer === null ? 'no answer' : 'result' in answer ? 'done' : answer.error.code;
  };
  const works: Record<string, Promise<string>> = {
    message: refusal(askOverHttp(url, head.cookie, 'messages.send', message)),
    socket: overSocket(),
    task: refusal(askOverHttp(url, head.cookie, 'tasks.create', task)),
    query: refusal(askOverHttp(url, head.cookie, 'today.get', {})),
    mail: mail(`${round}`),
    ready: fetch(`${url}/readyz`).then(({ status }) => String(status)),
    alive: fetch(`${url}/healthz`).then(({ status }) => String(status)),
  };
  return Promise.all(Object.entries(works).map(async ([name, work]) => ({ name, code: await work })));
}

/** Delivers one letter; the last reply. */
async function mail(name: string, bytes = 200): Promise<string> {
  const talk = talkSmtp(office.smtpPort());
  try {
    await talk.reply();
    await talk.say('EHLO mx.ubnd.example.vn');
    const heard = await talk.say('MAIL FROM:<vt@ubnd.example.vn>');
    if (!heard.startsWith('250')) return heard;
    const named = await talk.say('RCPT TO:<vanthu@snv.example.vn>');
    if (!named.startsWith('250')) return named;
    await talk.say('DATA');
    return await talk.say(`Message-ID: <${name}@ubnd>\r\nSubject: Thu ${name}\r\n\r\n${'x'.repeat(bytes)}\r\n.`);
  } finally {
    talk.drop();
  }
}

const codesOf = (outcomes: readonly Outcome[], name: string) =>
  outcomes.filter((outcome) => outcome.name === name).map(({ code }) => code.slice(0, 3));
const isGood = (outcomes: readonly Outcome[]) =>
  outcomes.every(({ name, code }) => (name === 'mail' ? code.startsWith('250') : ['done', '200'].includes(code)));

/** What the office holds in the end is what it said yes to, and perhaps what it could not answer any more. */
async function expectKept(outcomes: readonly Outcome[]): Promise<void> {
  const page = await followConversation(head, group);
  const texts = page.log().facts.flatMap((fact) => (fact.kind === 'sent' ? [fact.text] : []));
  const done = (name: string) => outcomes.filter((one) => one.name === name && one.code === 'done').length;
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(done('message') + done('socket'));
  expect(page.log().facts.map(({ seq }) => seq)).toEqual(page.log().facts.map((_, index) => index + 1));
  const accepted = outcomes.filter(({ name, code }) => name === 'mail' && code.startsWith('250')).length;
  const stored = await mails.of(office.inside).find().lean();
  expect(new Set(stored.map(({ messageId }) => messageId)).size).toBe(stored.length);
  expect(stored.length).toBeGreaterThanOrEqual(accepted);
  expect(office.crashes).toEqual([]);
}

describe('an office of two servers', () => {
  beforeEach(() => open(2), 60_000);

  it('without its database says so at every door, at once or in a few seconds, and works again when it is back', async () => {
    showLines();
    const outcomes: Outcome[] = [];
    let isOver = false;
    const load = (async () => {
      for (let round = 0; !isOver; round += 1) outcomes.push(...(await workOnce(round)));
    })();
    await vi.waitFor(() => expect(outcomes.length).toBeGreaterThan(14), PATIENCE);
    await office.kill9('engine');
    await vi.waitFor(() => {
      for (const name of ['message', 'socket', 'task', 'query']) expect(codesOf(outcomes, name)).toContain('UNA');
      expect(codesOf(outcomes, 'mail')).toContain('451');
      expect(codesOf(outcomes, 'ready')).toContain('503');
    }, PATIENCE);
    await office.start('engine');
    const back = outcomes.length;
    await vi.waitFor(() => expect(outcomes.slice(back).length >= 7 && isGood(outcomes.slice(-7))).toBe(true), PATIENCE);
    isOver = true;
    await load;

    const codes = new Set(outcomes.filter(({ name }) => name !== 'mail').map(({ code }) => code));
    expect([...codes].sort()).toEqual(['200', '503', 'UNAVAILABLE', 'done']);
    expect(new Set(codesOf(outcomes, 'mail'))).toEqual(new Set(['250', '451']));
    expect(new Set(codesOf(outcomes, 'alive'))).toEqual(new Set(['200']));
    await expectKept(outcomes);
  }, 120_000);

  it('without Redis accepts everything as ever, and what waited for Redis follows when it is back', async () => {
    showLines();
    const page = await followConversation(officer, group);
    await office.kill9('redis');
    const outcomes: Outcome[] = [];
    for (let round = 0; round < 5; round += 1) outcomes.push(...(await workOnce(round)));
    expect(outcomes.filter(({ name }) => name === 'mail').map(({ code }) => code.slice(0, 3))).toEqual(
      Array.from({ length: 5 }, () => '250'),
    );
    expect(isGood(outcomes)).toBe(true);
    const ready = await (await fetch(`${url}/readyz`)).json();
    expect(ready).toEqual({ ready: true, mongo: true, redis: false });
    expect((await enterOffice(url, 'clerk')).socket.connected).toBe(true);
    // No nudge goes from one server to the other; the sweep brings it.
    await vi.waitFor(() => expect(page.log().facts.length).toBe(11), PATIENCE);

    const at = new Date(office.inside.clock.now().getTime() + 1_500).toISOString();
    const wish = { requestId: newId(), text: 'gọi lại', at, target: { kind: 'none' } } as const;
    const { id } = await head.ask('reminders.create', wish);
    await office.start('redis');
    await vi.waitFor(
      async () => {
        const { reminders } = await head.ask('reminders.list', {});
        expect(reminders).toContainEqual(expect.objectContaining({ id, state: 'fired' }));
        expect(await mails.of(office.inside).countDocuments({ state: 'received' })).toBe(0);
        expect(await head.ask('presence.list', { personIds: ['finance-officer'] })).toEqual({
          online: ['finance-officer'],
        });
      },
      { timeout: 60_000, interval: 200 },
    );
    await expectKept(outcomes);
  }, 120_000);

  it('whose Redis hangs works as if it were away, and does what waited when it wakes up', async () => {
    showLines();
    office.freeze('redis');
    try {
      const outcomes: Outcome[] = [];
      for (let round = 0; round < 3; round += 1) outcomes.push(...(await workOnce(round)));
      expect(isGood(outcomes)).toBe(true);
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, mongo: true, redis: false });
      // What follows a change is told to people without waiting for Redis to wake up.
      await vi.waitFor(async () => {
        const left = await tasks.of(office.inside).countDocuments({ 'outbox.0': { $exists: true } });
        expect([await tasks.of(office.inside).countDocuments(), left]).toEqual([3, 0]);
      }, PATIENCE);
    } finally {
      office.thaw('redis');
    }
    await vi.waitFor(
      async () => expect(await mails.of(office.inside).countDocuments({ state: 'received' })).toBe(0),
      PATIENCE,
    );
    expect(office.crashes).toEqual([]);
  }, 120_000);
});

/** A small disk of its own for blobs, in memory; making one takes an administrator of the machine. */
function mountDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const probe = await mkdtemp(join(tmpdir(), 'congso-disk-'));
const canMount = mountDisk(probe);
if (canMount) execFileSync('umount', [probe]);
await rm(probe, { recursive: true });

describe.runIf(canMount)('an office whose disk for files is full', () => {
  let disk: string;
  beforeEach(async () => {
    disk = await mkdtemp(join(tmpdir(), 'congso-disk-'));
    mountDisk(disk);
    await open(1, disk);
  }, 60_000);
  afterEach(async () => {
    execFileSync('umount', ['--lazy', disk]);
    await rm(disk, { recursive: true });
  });

  const upload = (method: string, path: string, headers: Record<string, string>, body?: Uint8Array) =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie: head.cookie, 'tus-resumable': '1.0.0', ...headers },
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
    });
  const send = (path: string, offset: number, body: Uint8Array) =>
    upload('PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body);
  const begin = (size: number) =>
    upload('POST', '/files/upload', {
      'upload-length': String(size),
      'upload-metadata': `filename ${Buffer.from('báo cáo.pdf').toString('base64')}`,
    });
  const fill = async () => {
    const { bavail, bsize } = await statfs(disk);
    await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 64 * 1024));
  };

  it('puts mail off and interrupts uploads with a clear word, keeps nothing half, and goes on when there is room', async () => {
    showLines();
    const content = randomBytes(3_000_000);
    const path = (await begin(content.length)).headers.get('location') ?? '';
    expect((await send(path, 0, content.subarray(0, 1_000_000))).status).toBe(204);
    await fill();

    expect(await mail('too-much', 300_000)).toMatch(/^452[ -]4\.3\.1/);
    const interrupted = await send(path, 1_000_000, content.subarray(1_000_000));
    expect([interrupted.status, await interrupted.json()]).toEqual([
      503,
      { error: { code: 'DISK_FULL', message: expect.stringMatching(/\S+ \S+/) } },
    ]);
    const another = await begin(1_000);
    expect([another.status, (await another.json()) as unknown]).toMatchObject([503, { error: { code: 'DISK_FULL' } }]);
    // Talking needs no room for files.
    expect(
      await refusal(head.ask('messages.send', { conversationId: group, clientId: newId(), text: 'vẫn nói' })),
    ).toBe('done');
    expect(await readdir(join(disk, 'incoming'))).toEqual([]);
    expect(await mails.of(office.inside).countDocuments()).toBe(0);

    await rm(join(disk, 'filler'));
    // The gateway looks at the disk once a second.
    await vi.waitFor(async () => expect(await mail('small')).toMatch(/^250/), PATIENCE);
    expect(await mail('too-much', 300_000)).toMatch(/^250/);
    const offset = Number((await upload('HEAD', path, {})).headers.get('upload-offset'));
    expect(offset).toBeGreaterThanOrEqual(1_000_000);
    expect((await send(path, offset, content.subarray(offset))).status).toBe(204);
    const id = path.split('/').at(-1) ?? '';
    const got = await upload('GET', `/files/${id}`, {});
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
    expect(await mails.of(office.inside).countDocuments()).toBe(2);
    expect(office.crashes).toEqual([]);
  }, 60_000);
});
