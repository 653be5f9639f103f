import { createHash } from 'node:crypto';
import type { ConversationFact } from '@congso/contract/chat';
import { AGGREGATES } from '@congso/domain/collections';
import { history } from '@congso/domain/history/history-model';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { newId } from '@congso/domain/office/ids';
import { type ReminderDoc, reminders } from '@congso/domain/reminders/reminder-model';
import { type SmsDoc, smsMessages } from '@congso/domain/sms/sms-model';
import { tasks } from '@congso/domain/tasks/task-model';
import { afterEach, beforeEach, expect, it, onTestFailed, vi } from 'vitest';
import { type DnsServer, serveDns } from '../support/dns/serve-dns.ts';
import { enterOffice, leaveOffice, type Visitor } from '../support/office/enter-office.ts';
import { followConversation } from '../support/office/follow-conversation.ts';
import { type OfficeOfProcesses, type OfficePart, startOffice } from '../support/office/start-office.ts';
import { type FakeProvider, startFakeProvider } from '../support/sms/fake-provider.ts';
import { deliver, giveTasks, type Load, talk } from './loads.ts';

const size = (name: string, usual: number) => Number(process.env[name] ?? usual);
/** Small, as every run of the tests has it; `pnpm --filter @congso/test chaos` is larger. */
const ROUNDS = size('CHAOS_ROUNDS', 1);
const GROUPS = size('CHAOS_GROUPS', 2);
const SMTP_SENDERS = size('CHAOS_SMTP_SENDERS', 1);
const TALK_PAUSE_MS = size('CHAOS_TALK_PAUSE_MS', 50);
const MAIL_PAUSE_MS = size('CHAOS_MAIL_PAUSE_MS', 3_000);
const TASK_PAUSE_MS = size('CHAOS_TASK_PAUSE_MS', 1_500);
/** As much is acknowledged between two kills. */
const MESSAGES_BETWEEN = 30;
const PATIENCE = { timeout: 120_000, interval: 100 };

const PARTS: readonly OfficePart[] = ['server-0', 'workers', 'mail-gateway', 'redis', 'engine', 'server-1'];
/** Who the head may give a task to. */
const OFFICERS = ['planning-deputy', 'planning-officer', 'planning-second-officer', 'statistics-officer'] as const;
const SPEAKERS = ['planning-head', 'finance-officer', 'clerk', 'leader'] as const;

let dns: DnsServer;
let provider: FakeProvider;
let office: OfficeOfProcesses;
beforeEach(async () => {
  dns = await serveDns({});
  provider = await startFakeProvider();
  office = await startOffice({
    servers: 2,
    parts: ['workers', 'mail-gateway'],
    env: { DNS_SERVERS: dns.address },
  });
}, 120_000);
afterEach(async () => {
  leaveOffice();
  await office.close();
  await provider.stop();
  await dns.close();
}, 120_000);

it(
  'nothing acknowledged is lost, doubled or out of order while every process is killed under load',
  async () => {
    onTestFailed(() => void process.stderr.write(`${office.lines.slice(-60).join('\n')}\n`));
    const urlOf = (index: number) => office.urls[index % office.urls.length] ?? '';
    const [admin, head, officers, ...speakers] = await Promise.all([
      enterOffice(urlOf(0), 'admin'),
      enterOffice(urlOf(1), 'planning-head'),
      Promise.all(OFFICERS.map((personId) => enterOffice(urlOf(0), personId))),
      ...SPEAKERS.map((personId, index) => enterOffice(urlOf(index), personId)),
    ]);
    await admin.ask('sms.setSettings', { requestId: newId(), settings: provider.settings() });
    const groups: string[] = [];
    for (let index = 0; index < GROUPS; index += 1) {
      const group = { requestId: newId(), name: `Nhóm ${index}`, memberIds: SPEAKERS.slice(1) };
      groups.push((await head.ask('conversations.createGroup', { ...group, memberIds: [...group.memberIds] })).id);
    }
    const pages = await Promise.all(
      groups.flatMap((group) =>
        speakers.map(async (speaker) => ({ group, page: await followConversation(speaker, group) })),
      ),
    );

    const talks = groups.flatMap((group) => speakers.map((speaker) => talk(speaker, group, TALK_PAUSE_MS)));
    const letters = Array.from({ length: SMTP_SENDERS }, (_, n) => deliver(office.smtpPort, `so-${n}`, MAIL_PAUSE_MS));
    const given = giveTasks(head, OFFICERS, office.inside.clock.now, TASK_PAUSE_MS);
    const said = () => sum(talks.map(({ accepted }) => accepted.length));
    const countLetters = () => sum(letters.map(({ accepted }) => accepted.length));
    /** As much more was said as lies between two kills, and a letter came in and a task was given. */
    const goesOn = async () => {
      const before = [said() + MESSAGES_BETWEEN, countLetters(), given.accepted.length];
      await vi.waitFor(() => {
        const now = [said(), countLetters(), given.accepted.length];
        for (const [index, count] of now.entries()) expect(count).toBeGreaterThan(before[index] ?? 0);
      }, PATIENCE);
    };

    const kills: string[] = [];
    const inFlight: string[] = [];
    const startedAt = performance.now();
    const secondsSince = () => Math.round((performance.now() - startedAt) / 1_000);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const part of PARTS) {
        await goesOn();
        const holding = part === 'workers' ? await holdSms() : null;
        const begun = performance.now();
        await office.kill9(part);
        inFlight.push(...(holding?.release() ?? []));
        await office.start(part);
        kills.push(`${part} ${Math.round(performance.now() - begun)} ms`);
      }
    }
    await goesOn();
    const loads: Load<unknown>[] = [...talks, ...letters, given];
    await Promise.all(loads.map((load) => load.stop()));
    const loadedFor = secondsSince();

    // Every page shows what the office holds; then two days on, when every lease has ended and every deadline has come.
    const held = new Map<string, ConversationFact[]>();
    for (const group of groups) held.set(group, await readAll(head, group));
    await vi.waitFor(() => {
      for (const { group, page } of pages) expect(page.log().facts.length).toBe(held.get(group)?.length);
    }, PATIENCE);
    for (const { group, page } of pages) expect(page.log().facts).toEqual(held.get(group));
    office.setClock(new Date('2026-03-12T03:00:00.000Z'));
    await office.stop('workers');
    await office.start('workers');
    await vi.waitFor(async () => expect(await listUnfinished()).toEqual([]), PATIENCE);

    const figures = [
      ...judgeTalk(
        held,
        talks.flatMap(({ accepted }) => accepted),
        pages.map(({ page }) => page.told),
      ),
      ...(await judgeMail(letters.flatMap(({ accepted }) => accepted))),
      ...(await judgeTasks(given.accepted, officers, head)),
      ...(await judgeSms(admin, inFlight)),
    ];
    process.stdout.write(
      [
        `\nkilled and back: ${kills.join(', ')}; asked again: ${sum(loads.map(({ repeats }) => repeats()))}`,
        `under load for ${loadedFor} s, settled after ${secondsSince()} s`,
        ...figures.map(([name, figure]) => `${name.padEnd(46)} ${String(figure).padStart(7)}`),
        '',
      ].join('\n'),
    );
    expect(office.crashes).toEqual([]);
  },
  240_000 * ROUNDS,
);

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
type Figures = (readonly [name: string, figure: number])[];

/**
 * Lets the provider keep what it is handed waiting; settles when it keeps an SMS. `release` ends that and answers which
 * it kept: nobody lives any more who could have heard how they went.
 */
async function holdSms(): Promise<{ release(): string[] }> {
  const usual = provider.answer;
  const held = new Map<string, () => void>();
  provider.answer = (request, response, body) => {
    held.set(smsIdOf(new URLSearchParams(body)), () => usual(request, response, body));
  };
  await vi.waitFor(() => expect(held.size).toBeGreaterThan(0), PATIENCE);
  return {
    release: () => {
      provider.answer = usual;
      for (const answer of held.values()) answer();
      return [...held.keys()];
    },
  };
}

const smsIdOf = (parameters: URLSearchParams) => (parameters.get('id') ?? '').replace(/^congso-/, '');

async function readAll(member: Visitor, conversationId: string): Promise<ConversationFact[]> {
  const facts: ConversationFact[] = [];
  for (;;) {
    const after = facts.at(-1)?.seq ?? 0;
    const page = await member.insist('messages.list', { conversationId, after, limit: 100 });
    if (page.facts.length === 0) return facts;
    facts.push(...page.facts);
  }
}

/** What the office still has to do by itself: untold changes, and work that is due. */
async function listUnfinished(): Promise<string[]> {
  const now = office.inside.clock.now();
  const left = await Promise.all(
    AGGREGATES.map(async (kind) => {
      const model = kind.of(office.inside);
      const untold = await model.countDocuments({ 'outbox.0': { $exists: true } });
      const due = kind.name === 'notices' ? 0 : await model.countDocuments({ nextAt: { $lte: now } } as object);
      return untold + due > 0 ? [`${kind.entity}: ${untold} untold, ${due} due`] : [];
    }),
  );
  const sending = await smsMessages.of(office.inside).countDocuments({ state: { $in: ['sending', 'queued'] } });
  const unread = await mails.of(office.inside).countDocuments({ state: 'received' });
  return [...left.flat(), ...(sending + unread > 0 ? [`sms: ${sending} under way, mail: ${unread} unread`] : [])];
}

function judgeTalk(
  held: ReadonlyMap<string, ConversationFact[]>,
  accepted: readonly { conversationId: string; seq: number; text: string }[],
  told: readonly (readonly (readonly ConversationFact[])[])[],
): Figures {
  let lost = 0;
  let doubled = 0;
  let disordered = 0;
  for (const { conversationId, seq, text } of accepted) {
    const fact = held.get(conversationId)?.[seq - 1];
    if (fact?.kind !== 'sent' || fact.text !== text) lost += 1;
  }
  for (const facts of held.values()) {
    const texts = facts.flatMap((fact) => (fact.kind === 'sent' ? [fact.text] : []));
    doubled += texts.length - new Set(texts).size;
    disordered += facts.filter(({ seq }, index) => seq !== index + 1).length;
    // Each speaker's own, in the order in which they were said.
    const next = new Map<string, number>();
    for (const text of texts) {
      const [speaker = '', count = ''] = text.split(' ');
      if (Number(count) !== (next.get(speaker) ?? 0)) disordered += 1;
      next.set(speaker, Number(count) + 1);
    }
  }
  // On one line nothing comes twice and nothing comes late; what a dead process left out, the page asked for.
  const lines = told.flat();
  const late = sum(lines.map((line) => line.filter(({ seq }, n) => n > 0 && seq <= (line[n - 1]?.seq ?? 0)).length));
  expect({ lost, doubled, disordered, late }).toEqual({ lost: 0, doubled: 0, disordered: 0, late: 0 });
  return [
    ['messages acknowledged', accepted.length],
    ['  lost, doubled, out of order', lost + doubled + disordered],
    ['facts told to pages by themselves', sum(lines.map((line) => line.length))],
    ['  twice or late on one line', late],
  ];
}

async function judgeMail(accepted: readonly { messageId: string; raw: string }[]): Promise<Figures> {
  const stored = await mails.of(office.inside).find().lean<MailDoc[]>();
  const byMessageId = new Map(stored.map((mail) => [mail.messageId, mail]));
  const states = new Set(stored.map(({ state }) => state));
  let lost = 0;
  for (const { messageId, raw } of accepted) {
    const mail = byMessageId.get(messageId);
    const isWhole = mail?.rawSha256 === createHash('sha256').update(raw).digest('hex');
    if (!mail?.rawSha256 || !isWhole || !(await office.inside.blobs.has(mail.rawSha256))) lost += 1;
  }
  const doubled = stored.length - byMessageId.size;
  expect({ lost, doubled, states: [...states] }).toEqual({ lost: 0, doubled: 0, states: ['proposed'] });
  expect(stored).toHaveLength(accepted.length);
  return [
    ['mails told 250', accepted.length],
    ['  lost, doubled', lost + doubled],
  ];
}

async function judgeTasks(
  accepted: readonly { taskId: string; reminderId: string }[],
  officers: readonly Visitor[],
  head: Visitor,
): Promise<Figures> {
  expect(await tasks.of(office.inside).countDocuments()).toBe(accepted.length);
  const planned = await reminders.of(office.inside).find().lean<ReminderDoc[]>();
  // Each task: what the head asked for, and the deadline of who has to do it.
  expect(planned.filter(({ personId }) => personId === head.personId)).toHaveLength(accepted.length);
  const ofDeadline = planned.filter(({ personId, occasion }) => personId !== head.personId && occasion === 'due');
  expect(ofDeadline).toHaveLength(accepted.length);
  const fired = await history
    .of(office.inside)
    .aggregate<{ _id: string; times: number }>([
      { $match: { entity: 'reminder', action: 'fired' } },
      { $group: { _id: '$entityId', times: { $sum: 1 } } },
    ]);
  const timesOf = new Map(fired.map(({ _id, times }) => [_id, times]));
  const notOnce = planned.filter(({ _id }) => timesOf.get(_id) !== 1).length;
  expect(notOnce).toBe(0);
  for (const visitor of [...officers, head]) {
    const { reminders: shown } = await visitor.insist('reminders.list', {});
    const own = planned.filter(({ personId }) => personId === visitor.personId).slice(0, 500);
    expect(shown.filter(({ state }) => state === 'fired').length).toBe(own.length);
  }
  return [
    ['tasks given', accepted.length],
    ['reminders due', planned.length],
    ['  not shown exactly once', notOnce],
  ];
}

async function judgeSms(admin: Visitor, inFlight: readonly string[]): Promise<Figures> {
  const all = await smsMessages.of(office.inside).find().lean<SmsDoc[]>();
  const calls = new Map<string, number>();
  for (const { parameters } of provider.calls) {
    const id = smsIdOf(parameters);
    calls.set(id, (calls.get(id) ?? 0) + 1);
  }
  const twice = [...calls.values()].filter((times) => times > 1).length;
  const unknown = all.filter(({ state }) => state === 'unknown').map(({ _id }) => _id);
  const { items: listed } = await admin.insist('sms.list', { state: 'unknown', limit: 100 });
  const unsent = all.filter(({ _id, state }) => state === 'accepted' && calls.get(_id) !== 1).length;
  // Two for each task: it was given, and its deadline came.
  expect(all).toHaveLength(2 * (await tasks.of(office.inside).countDocuments()));
  expect(twice).toBe(0);
  expect(unsent).toBe(0);
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['accepted', 'unknown']));
  expect(inFlight.length).toBeGreaterThanOrEqual(ROUNDS);
  expect(unknown).toEqual(expect.arrayContaining([...inFlight]));
  expect(listed.map(({ id }) => id).sort()).toEqual(unknown.slice(0, 100).sort());
  return [
    ['SMS requested', all.length],
    ['  handed to the provider more than once', twice],
    ['  in flight when the workers died: unknown', unknown.length],
  ];
}
