import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import { newId } from '@congso/domain/office/ids';

import { createAggregate } from '@congso/domain/outbox/create-aggregate';
import { people } from '@congso/domain/people/person-model';
import { fireReminder } from '@congso/domain/reminders/fire-reminder';
import { authenticateSecret, type SignedIn } from '@congso/domain/sessions/authenticate';
import { openSession } from '@congso/domain/sessions/open-session';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { smsMessages } from '@congso/domain/sms/sms-model';
import { makeInputs } from '@congso/test/support/catalog/make-inputs';
import { LETTER, putMail } from '@congso/test/support/documents/build-letters';
import { buildOffice, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, carryOut } from '../answering/carry-out.ts';

// Every command there is, each with what it needs.
const LONG = 180_000;

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  secrets.clear();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const secrets = new Map<string, string>();
const signedIn = async (who: string): Promise<SignedIn> => {
  const secret = secrets.get(who) ?? (await openSession(office, who, 'token', 'test')).secret;
  secrets.set(who, secret);
  const caller = await authenticateSecret(office, secret);
  if (!caller) throw new Error(`${who} is not signed in any more`);
  return caller;
};
const ask = async (who: string, name: string, input: object): Promise<Answer> =>
  carryOut(office, await signedIn(who), name, () => input, 'vi');
/** Something that is there before the command is given; answers its result. */
async function given(who: PersonName, name: string, input: object): Promise<{ id: string }> {
  const answer = await ask(who, name, { requestId: newId(), ...input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  await office.relay.settled();
  return answer.result as { id: string };
}

type Row = () => Promise<{ who: PersonName; input: object }>;
const row =
  (who: PersonName, input: object): Row =>
  async () => ({ who, input });

const group = () =>
  given('planning-head', 'conversations.createGroup', { name: 'Nhóm', memberIds: ['planning-officer', 'clerk'] });
const onGroup =
  (more: object): Row =>
  async () => ({ who: 'planning-head', input: { conversationId: (await group()).id, ...more } });
const task = () => given('planning-head', 'tasks.create', { title: 'Việc', leadId: 'planning-officer', due: null });
/** A task after these steps, each by whoever takes it. */
const onTask =
  (who: PersonName, steps: readonly string[], more: object = {}): Row =>
  async () => {
    const { id: taskId } = await task();
    for (const step of steps) await given('planning-officer', `tasks.${step}`, { taskId, text: 'Đã xong' });
    return { who, input: { taskId, ...more } };
  };
const notice = (who: PersonName, more: object = {}): Row => {
  const scope = { everyone: false, unitIds: ['planning'], personIds: [] };
  const fields = { title: 'Họp', body: 'Chiều nay', scope, mustAcknowledge: true, acknowledgeBy: null };
  return async () => ({ who, input: { noticeId: (await given(who, 'notices.publish', fields)).id, ...more } });
};
const inDays = (days: number) => new Date(office.clock.now().getTime() + days * 24 * 60 * 60 * 1_000).toISOString();
const wish = () => ({ text: 'Gọi lại', at: inDays(1), target: { kind: 'none' } });
const onReminder =
  (more: object): Row =>
  async () => ({
    who: 'planning-officer',
    input: { reminderId: (await given('planning-officer', 'reminders.create', wish())).id, ...more },
  });
const onMail =
  (state: 'proposed' | 'original-only' | 'refused' | 'quarantined', more: object = { reason: 'vì thế' }): Row =>
  async () => {
    const mailId = newId();
    await putMail(office, mailId, state);
    return { who: 'clerk', input: { mailId, ...more } };
  };
const letter = () => given('clerk', 'documents.registerPaper', { fields: LETTER });
const onLetter =
  (more: object): Row =>
  async () => ({ who: 'clerk', input: { documentId: (await letter()).id, ...more } });
const unitFields = { name: 'Tổ mới', code: 'TM', parentId: 'department', mailbox: null, order: 9 };
const onUnit =
  (more: object): Row =>
  async () => ({ who: 'admin', input: { unitId: (await given('admin', 'units.create', unitFields)).id, ...more } });
const rule = {
  name: 'Luật',
  senderDomain: 'a.example.vn',
  subjectWords: null,
  unitId: 'planning',
  urgency: null,
  order: 1,
};
const onRule =
  (more: object): Row =>
  async () => ({ who: 'clerk', input: { ruleId: (await given('clerk', 'mailRules.create', rule)).id, ...more } });
const newcomer = { familyMiddle: 'Tạ Thị', given: 'Oanh', phone: null, mail: null };
const appointment = { unitId: 'finance', positionId: 'position', roles: ['officer'], isPrimary: false };
const onDeputy = (more: object = {}) => row('admin', { personId: 'finance-deputy', ...more });

async function doubtfulSms(): Promise<string> {
  const fields = { personId: 'clerk', phone: '+84901234567', text: '', parts: 1, purpose: 'taskAssigned' };
  const rest = { isExpress: false, state: 'unknown' as const, provider: null, reason: null, sentAt: null };
  const sms = { _id: newId(), ...fields, ...rest, nextAt: null, attempts: 0 };
  await createAggregate(office, smsMessages, { personId: null }, sms, { action: 'unknown' });
  return sms._id;
}

/** Who may give each command that can be repeated, and what with, so that it is carried out. */
const RIGHTFUL: Readonly<Record<string, Row>> = {
  'session.changePassword': async () => {
    const passwordHash = await hashPassword('lúa-chín-đầu-thu');
    await people.of(office).updateOne({ _id: 'clerk' }, { $set: { passwordHash } });
    return { who: 'clerk', input: { currentPassword: 'lúa-chín-đầu-thu', newPassword: 'mưa-rơi-trên-phố' } };
  },
  'session.createToken': row('clerk', { label: 'Máy quét' }),
  'session.setPhrases': row('clerk', { kind: 'submit', phrases: ['Kính trình'] }),
  'people.create': row('admin', { login: 'oanh.tt', ...newcomer, appointment }),
  'people.update': onDeputy(newcomer),
  'people.appoint': onDeputy({ ...appointment, unitId: 'planning' }),
  'people.endAppointment': onDeputy({ appointmentId: 'appointment-finance-deputy' }),
  'people.resetPassword': onDeputy(),
  'people.deactivate': onDeputy(),
  'people.reactivate': onDeputy(),
  'organisation.update': row('admin', { name: 'Sở', shortName: 'S', mailDomain: 'so.vn', registryMailbox: 'vanthu' }),
  'units.create': row('admin', unitFields),
  'units.update': onUnit({ ...unitFields, name: 'Tên khác' }),
  'units.close': onUnit({}),
  'positions.create': row('admin', { title: 'Thanh tra viên', rank: 40 }),
  'holidays.set': row('admin', { date: '2026-05-04', kind: 'off', name: '' }),
  'holidays.remove': row('admin', { date: '2026-05-04' }),
  'conversations.createGroup': row('clerk', { name: 'Nhóm', memberIds: ['leader'] }),
  'conversations.rename': onGroup({ name: 'Tên khác' }),
  'conversations.addMembers': onGroup({ memberIds: ['leader'] }),
  'conversations.removeMember': onGroup({ personId: 'clerk' }),
  'conversations.leave': onGroup({}),
  'messages.send': async () => ({ who: 'clerk', input: { conversationId: (await group()).id, text: 'Chào' } }),
  'notices.publish': row('clerk', {
    ...{ title: 'Họp', body: 'Chiều nay', mustAcknowledge: false, acknowledgeBy: null },
    scope: { everyone: true, unitIds: [], personIds: [] },
  }),
  'notices.remind': notice('planning-head'),
  'notices.withdraw': notice('planning-head', { reason: 'nhầm' }),
  'tasks.create': row('clerk', { title: 'Việc', leadId: 'leader', due: null }),
  'tasks.accept': onTask('planning-officer', []),
  'tasks.decline': onTask('planning-officer', [], { reason: 'bận' }),
  'tasks.setProgress': onTask('planning-officer', ['accept'], { progress: 40 }),
  'tasks.report': onTask('planning-officer', ['accept'], { text: 'Đã xong' }),
  'tasks.acceptReport': onTask('planning-head', ['accept', 'report']),
  'tasks.sendBack': onTask('planning-head', ['accept', 'report'], { reason: 'thiếu' }),
  'tasks.close': onTask('planning-head', [], { reason: 'thôi' }),
  'tasks.cancel': onTask('planning-head', [], { reason: 'thôi' }),
  'reminders.create': async () => ({ who: 'clerk', input: wish() }),
  'reminders.snooze': onReminder({ until: '2026-06-13T03:00:00.000Z' }),
  'reminders.dismiss': async () => {
    const { id: reminderId } = await given('planning-officer', 'reminders.create', wish());
    office.clock.advance(2 * 24 * 60 * 60 * 1_000);
    await fireReminder(office, reminderId);
    return { who: 'planning-officer', input: { reminderId } };
  },
  'reminders.cancel': onReminder({}),
  'mails.readAgain': onMail('original-only', {}),
  'mails.readAs': onMail('proposed', { encoding: 'tcvn3' }),
  'mails.refuse': onMail('proposed'),
  'mails.setAside': onMail('proposed'),
  'mails.takeBack': onMail('refused'),
  'mails.quarantine': onMail('proposed'),
  'mails.destroy': onMail('quarantined'),
  'mailRules.create': row('clerk', rule),
  'mailRules.update': onRule({ ...rule, name: 'Luật khác' }),
  'mailRules.remove': onRule({}),
  'documents.register': onMail('proposed', { fields: LETTER }),
  'documents.registerPaper': row('clerk', { fields: LETTER }),
  'documents.void': onLetter({ reason: 'nhầm' }),
  'documents.act': onLetter({ action: 'submit', stepId: null, personId: 'leader' }),
  'sms.setSettings': row('admin', { settings: { provider: 'folder' } }),
  'sms.settle': async () => ({ who: 'admin', input: { smsId: await doubtfulSms(), outcome: 'failed' } }),
};

/** The field of a command's input that makes a repeat of it. */
function repeatFieldOf({ input }: CommandDefinition): string | null {
  const fields = makeInputs(input, {}).flatMap((made) => made.fields);
  return String(fields.find(({ kind }) => kind === 'requestId')?.path[0] ?? '') || null;
}
const REPEATABLE = Object.entries<CommandDefinition>(COMMANDS).flatMap(([name, definition]) => {
  const field = repeatFieldOf(definition);
  return field === null ? [] : [[name, field] as const];
});

const masked = (answer: Answer) =>
  JSON.stringify(answer).replace(/"(\w+:)?[\w-]{20,43}"|"arrivalNumber":\d+|"code":"CV\d+"/g, '"<made>"');

describe('a request id', () => {
  it(
    'makes a repeat for who made the request, and nothing for anybody else, in every command that has one',
    async () => {
      expect(REPEATABLE.map(([name]) => name).sort()).toEqual(Object.keys(RIGHTFUL).sort());
      const wrong: string[] = [];
      for (const [name, field] of REPEATABLE) {
        const { who, input } = (await RIGHTFUL[name]?.()) ?? { who: 'clerk', input: {} };
        const repeated = { ...input, [field]: `of-${name.replace('.', '-')}-1` };
        const done = await ask(who, name, repeated);
        await office.relay.settled();
        if (!done.ok) wrong.push(`${name} by ${who}: ${JSON.stringify(done.body)}`);
        if (!(await ask(who, name, repeated)).ok) wrong.push(`${name} repeated by ${who} is refused`);
        for (const other of ['finance-officer', 'second-clerk']) {
          const replayed = await ask(other, name, repeated);
          const asNew = await ask(other, name, { ...input, [field]: newId() });
          if (masked(replayed) !== masked(asNew)) {
            wrong.push(`${name} by ${other}: ${masked(replayed)} for the id of ${who}, else ${masked(asNew)}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
    LONG,
  );
});
