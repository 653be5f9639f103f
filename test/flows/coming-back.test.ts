import type { ConversationFact } from '@congso/contract/chat';
import { newId } from '@congso/domain/office/ids';
import { findGap } from '@congso/web/features/chat/log/conversation-log';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { askOverHttp, enterOffice, leaveOffice, signIn, type Visitor } from '../support/office/enter-office.ts';
import { followConversation, type Page } from '../support/office/follow-conversation.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';

let office: OfficeOfProcesses;
let url: string;
let group: string;
let writer: Visitor;
let reader: Visitor;
let page: Page;

beforeAll(async () => {
  office = await startOffice({ servers: 2 });
  url = office.urls[0] ?? '';
}, 60_000);
afterAll(async () => {
  expect(office.crashes).toEqual([]);
  await office.close();
}, 60_000);
beforeEach(async () => {
  // Each on a server of their own: what one says the other hears through the stores.
  [writer, reader] = await Promise.all([
    enterOffice(office.urls[1] ?? '', 'planning-head'),
    enterOffice(url, 'finance-officer'),
  ]);
  const memberIds = ['finance-officer', 'clerk'];
  group = (await writer.ask('conversations.createGroup', { requestId: newId(), name: 'Ban chỉ đạo', memberIds })).id;
  page = await followConversation(reader, group);
});
afterEach(leaveOffice);

const say = (who: Visitor, text: string, clientId = newId()) =>
  who.insist('messages.send', { conversationId: group, clientId, text });

/** All the server holds of the conversation, asked as a page that has nothing yet. */
async function readAll() {
  const facts: ConversationFact[] = [];
  for (;;) {
    const after = facts.at(-1)?.seq ?? 0;
    const next = await writer.insist('messages.list', { conversationId: group, after, limit: 100 });
    if (next.facts.length === 0) return facts;
    facts.push(...next.facts);
  }
}

/** The page shows exactly what the server holds, and lacks nothing. */
const converges = () =>
  vi.waitFor(
    async () => {
      expect(page.log().facts).toEqual(await readAll());
      expect([findGap(page.log()), page.log().ahead]).toEqual([null, []]);
    },
    { timeout: 15_000, interval: 100 },
  );

it('a page whose line was lost shows what was said meanwhile, more than one page of it', async () => {
  await say(writer, 'trước');
  // The transport breaks; the page is told nothing and comes back by itself.
  reader.socket.disconnect();
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(Array.from({ length: 40 }, (_, n) => say(writer, `khi vắng ${round}.${n}`)));
  }
  expect(page.log().facts.length).toBeLessThan(10);
  reader.socket.connect();
  await Promise.all(Array.from({ length: 20 }, (_, n) => say(writer, `lúc về ${n}`)));
  await converges();
  expect(page.log().facts).toHaveLength(262);
});

it('a page that lived through a restart of its server shows everything, its own messages once', async () => {
  await say(writer, 'trước');
  const sent: Promise<unknown>[] = [];
  let isOver = false;
  const talk = async (who: Visitor, name: string) => {
    for (let n = 0; !isOver; n += 1) await say(who, `${name} ${n}`);
  };
  sent.push(talk(writer, 'ở lại'), talk(reader, 'qua lúc khởi động'));
  await vi.waitFor(() => expect(page.log().facts.length).toBeGreaterThan(20), { timeout: 15_000 });
  await office.kill9('server-0');
  await office.start('server-0');
  const back = page.log().facts.length;
  await vi.waitFor(() => expect(reader.socket.connected && page.log().facts.length > back + 20).toBe(true), {
    timeout: 15_000,
  });
  // And once as an operator does it.
  await office.stop('server-0');
  await office.start('server-0');
  await vi.waitFor(() => expect(reader.socket.connected).toBe(true), { timeout: 15_000 });
  isOver = true;
  await Promise.all(sent);
  await converges();
  const texts = page.log().facts.flatMap((fact) => (fact.kind === 'sent' ? [fact.text] : []));
  expect(new Set(texts).size).toBe(texts.length);
  for (const name of ['ở lại', 'qua lúc khởi động']) {
    const own = texts.filter((text) => text.startsWith(name));
    expect(own).toEqual(own.map((_, n) => `${name} ${n}`));
  }
});

it('a message whose answer was lost is sent again under its id and is there once', async () => {
  const clientId = newId();
  const first = await say(reader, 'một lần', clientId);
  const elsewhere = await signIn(office.urls[1] ?? '', 'finance-officer');
  const again = await askOverHttp(office.urls[1] ?? '', elsewhere, 'messages.send', {
    ...{ conversationId: group, clientId, text: 'một lần' },
  });
  expect(again).toEqual(first);
  await converges();
  expect(page.log().facts.filter(({ kind }) => kind === 'sent')).toHaveLength(1);
});

it('a stream goes on after an absence, and is read anew after a long one', async () => {
  const notify = (title: string, by = writer) =>
    by.ask('notices.publish', {
      ...{ requestId: newId(), title, body: 'Nội dung', mustAcknowledge: false, acknowledgeBy: null },
      scope: { everyone: false, unitIds: ['planning'], personIds: [] },
    });
  const colleague = await enterOffice(url, 'planning-officer');
  const { cursor } = await colleague.ask('sync.pull', { cursor: null });
  colleague.socket.disconnect();
  const notice = await notify('khi vắng');
  const pull = () => askOverHttp(url, colleague.cookie, 'sync.pull', { cursor });
  await vi.waitFor(
    async () => {
      const { marks, limited } = await pull();
      expect(limited).toBe(false);
      expect(marks).toContainEqual(expect.objectContaining({ kind: 'notice', id: notice.id }));
    },
    { timeout: 10_000 },
  );
  // The office keeps the last 64 marks.
  const leader = await enterOffice(url, 'leader');
  for (let n = 0; n < 65; n += 1) await notify(`thông báo ${n}`, n % 2 === 0 ? writer : leader);
  await vi.waitFor(async () => expect(await pull()).toMatchObject({ marks: [], limited: true }), { timeout: 15_000 });
  const received: string[] = [];
  let next: string | null = null;
  do {
    const more: { items: { title: string }[]; next: string | null } = await askOverHttp(
      ...([url, colleague.cookie] as const),
      ...(['notices.list', { box: 'received', ...(next !== null && { cursor: next }) }] as const),
    );
    received.push(...more.items.map(({ title }) => title));
    ({ next } = more);
  } while (next !== null);
  expect(received).toHaveLength(66);
});
