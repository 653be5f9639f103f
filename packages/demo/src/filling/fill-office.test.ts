import { documents } from '@congso/domain/documents/document-model';
import { history } from '@congso/domain/history/history-model';
import { mails } from '@congso/domain/mail/mail-model';
import { facts } from '@congso/domain/messages/fact-model';
import { notices, receipts } from '@congso/domain/notices/notice-model';
import { units } from '@congso/domain/organisation/unit-model';
import { people } from '@congso/domain/people/person-model';
import { reminders } from '@congso/domain/reminders/reminder-model';
import { sessions } from '@congso/domain/sessions/session-model';
import { signIn } from '@congso/domain/sessions/sign-in/sign-in';
import { smsMessages } from '@congso/domain/sms/sms-model';
import { tasks } from '@congso/domain/tasks/task-model';
import { getToday } from '@congso/domain/today/get-today';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillOffice } from './fill-office.ts';

const NOW = new Date('2026-03-10T08:30:00.000Z');
const PASSWORD = 'suoi-trong-nui-xanh';
const WEEK_MS = 7 * 24 * 60 * 60_000;
const COUNTED = {
  people,
  units,
  mails,
  documents,
  tasks,
  notices,
  receipts,
  reminders,
  smsMessages,
  facts,
  history,
  sessions,
};

let office: TestOffice;
const fill = (weeks: number, say: (line: string) => void = () => undefined) =>
  fillOffice({ office, from: new Date(NOW.getTime() - weeks * WEEK_MS), until: NOW }, PASSWORD, say);
const statesOf = async (kind: typeof mails | typeof documents | typeof tasks | typeof reminders | typeof smsMessages) =>
  new Set((await kind.of(office).find({}, { state: 1 }).lean<{ state: string }[]>()).map(({ state }) => state));
const count = async () => {
  const counts: Record<string, number> = {};
  for (const [name, kind] of Object.entries(COUNTED)) counts[name] = await kind.of(office).countDocuments({});
  return counts;
};
const enter = async (login: string) =>
  (await signIn(office, { login, password: PASSWORD }, { address: '127.0.0.1', userAgent: '' })).caller;
const kindsToday = async (login: string) =>
  new Set((await getToday(office, await enter(login), {})).items.map(({ kind }) => kind));

describe('an office filled after a filling that was cut short', () => {
  it('holds everything once', async () => {
    office = await openTestOffice({ now: NOW });
    const cutShort = fill(1, (line) => {
      if (line.startsWith('letters directed')) throw new Error('the power failed');
    });
    await expect(cutShort).rejects.toThrow('the power failed');
    await fill(1);
    const once = await count();
    await fill(1);
    expect(await count()).toEqual(once);
    await closeTestOffice(office);
  }, 120_000);
});

describe('the demonstration office', () => {
  beforeAll(async () => {
    office = await openTestOffice({ now: NOW });
    await fill(13);
  }, 300_000);
  afterAll(() => closeTestOffice(office));

  it('is a department of some sixty people in eight units', async () => {
    const { people: staff, units: divisions } = await count();
    expect(staff).toBeGreaterThanOrEqual(55);
    expect(staff).toBeLessThanOrEqual(65);
    // The department itself stands above the eight.
    expect(divisions).toBe(9);
  });

  it('has three months of life, not too much of it', async () => {
    const said = await facts.of(office).countDocuments({ kind: 'sent' });
    expect(said).toBeGreaterThan(1_000);
    expect(said).toBeLessThanOrEqual(5_000);
    expect(await mails.of(office).countDocuments({})).toBeGreaterThan(90);
  });

  it('shows every state a letter, a document and a task can be in', async () => {
    expect([...(await statesOf(mails))]).toEqual(
      expect.arrayContaining(['proposed', 'quarantined', 'registered', 'set-aside']),
    );
    expect([...(await statesOf(documents))]).toEqual(
      expect.arrayContaining(['registered', 'submitted', 'directed', 'assigned', 'completed']),
    );
    expect([...(await statesOf(tasks))]).toEqual(
      expect.arrayContaining(['assigned', 'accepted', 'in-progress', 'reported', 'closed', 'declined', 'cancelled']),
    );
    expect([...(await statesOf(smsMessages))].sort()).toEqual(['accepted', 'suppressed']);
  });

  it('has an urgent letter and one that came twice in the queue', async () => {
    const waiting = await mails
      .of(office)
      .find({ state: 'proposed' })
      .lean<{ proposal: { urgency: unknown } | null; duplicates: unknown[] }[]>();
    expect(waiting.some(({ proposal }) => proposal?.urgency)).toBe(true);
    expect(waiting.some(({ duplicates }) => duplicates.length > 0)).toBe(true);
  });

  it('gives everybody something to do today', async () => {
    expect([...(await kindsToday('vanthu'))]).toEqual(expect.arrayContaining(['mail', 'document']));
    expect([...(await kindsToday('giamdoc'))]).toEqual(expect.arrayContaining(['document', 'reminder']));
    for (const head of ['truongphong.khtc', 'truongphong.dd']) expect(await kindsToday(head)).toContain('task');
    for (const officer of ['tuan.na', 'thu.dt', 'anh.ntl']) expect(await kindsToday(officer)).toContain('task');
  });

  it('leaves nothing to be sent, read or told', async () => {
    const left = { nextAt: { $ne: null, $lte: NOW } };
    for (const kind of [mails, reminders, smsMessages, notices]) {
      expect(await kind.of(office).countDocuments(left), kind.entity).toBe(0);
    }
    expect(await documents.of(office).countDocuments({ 'outbox.0': { $exists: true } })).toBe(0);
    expect(await sessions.of(office).countDocuments({ label: '' })).toBe(0);
  });
});
