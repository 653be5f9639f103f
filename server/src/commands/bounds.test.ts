import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import { LIMITS } from '@congso/contract/limits';
import { conversations } from '@congso/domain/chat/conversation-model';
import { documents } from '@congso/domain/documents/document-model';
import { mailRules } from '@congso/domain/mail-rules/mail-rule-model';
import { notices } from '@congso/domain/notices/notice-model';
import { newId } from '@congso/domain/office/ids';
import { positions } from '@congso/domain/organisation/position-model';
import { units } from '@congso/domain/organisation/unit-model';
import type { Aggregate, AggregateKind } from '@congso/domain/outbox/aggregate';
import { people } from '@congso/domain/people/person-model';
import { reminders } from '@congso/domain/reminders/reminder-model';
import { authenticateSecret } from '@congso/domain/sessions/authenticate';
import { openSession } from '@congso/domain/sessions/open-session';
import { sessions } from '@congso/domain/sessions/session-model';
import { tasks } from '@congso/domain/tasks/task-model';
import { LETTER } from '@congso/test/support/documents/build-letters';
import { buildOffice, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../answering/carry-out.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

let office: TestOffice;
const secrets = new Map<string, string>();
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  secrets.clear();
});
afterEach(() => closeTestOffice(office));

/** What a command is answered: `ok` or the code of the refusal. */
async function ask(who: PersonName, name: string, input: object): Promise<string> {
  const secret = secrets.get(who) ?? (await openSession(office, who, 'browser', '')).secret;
  secrets.set(who, secret);
  const caller = await authenticateSecret(office, secret);
  const answer = await carryOut(office, caller, name, () => ({ requestId: newId(), ...input }), 'vi');
  return answer.ok ? 'ok' : answer.body.error.code;
}

type Row = {
  readonly who: PersonName;
  readonly input: () => object;
  readonly kind: unknown;
  readonly most: number;
  readonly code: 'TOO_MANY_TODAY' | 'TOO_MANY_KEPT';
  /** What tells one of them from another, where that must differ. */
  readonly own?: (n: number) => object;
};
const scope = { everyone: true, unitIds: [], personIds: [] };
const inADay = () => new Date(office.clock.now().getTime() + DAY_MS).toISOString();
const ROWS: Readonly<Record<string, Row>> = {
  'conversations.createGroup': {
    ...{ who: 'clerk', kind: conversations, most: LIMITS.groupsADay, code: 'TOO_MANY_TODAY' },
    input: () => ({ name: 'Nhóm', memberIds: ['leader'] }),
  },
  'tasks.create': {
    ...{ who: 'planning-officer', kind: tasks, most: LIMITS.tasksADay, code: 'TOO_MANY_TODAY' },
    input: () => ({ title: 'Việc', leadId: 'clerk', due: null }),
  },
  'reminders.create': {
    ...{ who: 'clerk', kind: reminders, most: LIMITS.remindersADay, code: 'TOO_MANY_TODAY' },
    input: () => ({ text: 'Gọi lại', at: inADay(), target: { kind: 'none' } }),
  },
  'notices.publish': {
    ...{ who: 'clerk', kind: notices, most: LIMITS.noticesADay, code: 'TOO_MANY_TODAY' },
    input: () => ({ title: 'Họp', body: 'Chiều', scope, mustAcknowledge: false, acknowledgeBy: null }),
  },
  'documents.registerPaper': {
    ...{ who: 'clerk', kind: documents, most: LIMITS.papersADay, code: 'TOO_MANY_TODAY' },
    input: () => ({ fields: LETTER }),
    own: (n) => ({ arrivalNumber: 1_000_000 + n }),
  },
  'mailRules.create': {
    ...{ who: 'clerk', kind: mailRules, most: LIMITS.mailRules, code: 'TOO_MANY_KEPT' },
    input: () => ({
      name: 'Luật',
      senderDomain: 'a.vn',
      subjectWords: null,
      unitId: 'finance',
      urgency: null,
      order: 1,
    }),
  },
  'units.create': {
    ...{ who: 'admin', kind: units, most: LIMITS.units, code: 'TOO_MANY_KEPT' },
    input: () => ({ name: 'Tổ', code: 'T', parentId: 'department', mailbox: null, order: 1 }),
  },
  'positions.create': {
    ...{ who: 'admin', kind: positions, most: LIMITS.positions, code: 'TOO_MANY_KEPT' },
    input: () => ({ title: `Chức vụ ${newId()}`, rank: 40 }),
    own: (n) => ({ title: `Chức vụ ${n}` }),
  },
};

/** Creates whose bound has a test of its own, or that make only what is there once. */
const OTHERWISE = ['people.create', 'conversations.openDirect', 'session.createToken'];

/** As many like the one that was just made as there may be. */
async function fillUp({ kind, most, own }: Row): Promise<void> {
  const model = (kind as AggregateKind<Aggregate>).of(office);
  const made = await model.findOne({ createdById: { $ne: null } }).lean<Aggregate>();
  const like = (n: number) => ({ ...made, _id: newId(), outbox: [], requestIds: [], ...own?.(n) });
  await model.collection.insertMany(Array.from({ length: most }, (_, n) => like(n)) as never[]);
}

describe('what one account makes is bounded', () => {
  it.each(Object.entries(ROWS))('%s', async (name, row) => {
    expect(await ask(row.who, name, { ...row.input(), requestId: 'the-first-one' })).toBe('ok');
    await office.relay.settled();
    await fillUp(row);
    expect(await ask(row.who, name, row.input())).toBe(row.code);
    // What was made already is not refused when its answer is asked for again.
    expect(await ask(row.who, name, { ...row.input(), requestId: 'the-first-one' })).toBe('ok');
    if (row.code !== 'TOO_MANY_TODAY') return;
    office.clock.advance(DAY_MS + 1);
    // The reminders of yesterday are still to ring, and all of them are kept.
    expect(await ask(row.who, name, row.input())).toBe('ok');
  });

  it('in every command that makes something', () => {
    const makers = Object.entries<CommandDefinition>(COMMANDS)
      .map(([name]) => name)
      .filter((name) => /\.(create|publish|registerPaper|open)/.test(name));
    expect(makers.sort()).toEqual([...Object.keys(ROWS), ...OTHERWISE].sort());
  });

  it('so many people are asked in tasks within a day, each of whom is told, reminded and texted', async () => {
    const input = { title: 'Việc', leadId: 'clerk', coordinatorIds: ['leader', 'finance-head'], due: null };
    expect(await ask('planning-head', 'tasks.create', input)).toBe('ok');
    const asked = Array.from({ length: LIMITS.askedADay - 3 }, (_, n) => `person-${n}`);
    await tasks.of(office).updateOne({}, { $set: { coordinatorIds: asked } });
    expect(await ask('planning-head', 'tasks.create', input)).toBe('TOO_MANY_TODAY');
    expect(await ask('planning-head', 'tasks.create', { ...input, coordinatorIds: [] })).toBe('ok');
    expect(await ask('planning-officer', 'tasks.create', input)).toBe('ok');
  });

  it('so many reminders are still to ring', async () => {
    const input = { text: 'Gọi lại', at: inADay(), target: { kind: 'none' } };
    expect(await ask('clerk', 'reminders.create', input)).toBe('ok');
    await fillUp({ ...(ROWS['reminders.create'] as Row), most: LIMITS.remindersKept });
    await reminders.of(office).updateMany({}, { $set: { createdAt: new Date(0) } });
    expect(await ask('clerk', 'reminders.create', input)).toBe('TOO_MANY_KEPT');
  });

  it('so many tokens there are, and so many browsers stay signed in: the one used longest ago goes', async () => {
    for (let n = 0; n < LIMITS.tokensKept; n += 1) {
      expect(await ask('clerk', 'session.createToken', { requestId: `token-no-${n}`, label: 'Máy' })).toBe('ok');
    }
    expect(await ask('clerk', 'session.createToken', { label: 'Máy' })).toBe('TOO_MANY_KEPT');
    expect(await ask('clerk', 'session.createToken', { requestId: 'token-no-0', label: 'Máy' })).toBe('ok');
    const { secret } = await openSession(office, 'leader', 'browser', '');
    for (let n = 0; n < LIMITS.browsersKept; n += 1) {
      office.clock.advance(1_000);
      await openSession(office, 'leader', 'browser', '');
    }
    expect(await authenticateSecret(office, secret)).toBeNull();
    expect(await sessions.of(office).countDocuments({ personId: 'leader' })).toBe(LIMITS.browsersKept);
  });

  it('a task is reported so often, and nobody is appointed without end', async () => {
    await ask('clerk', 'tasks.create', { title: 'Việc', leadId: 'clerk', due: null });
    const report = { id: 'r', authorId: 'clerk', at: new Date(), text: 'Đã xong', fileIds: [] };
    const reports = Array.from({ length: LIMITS.reportsOfTask }, () => report);
    const task = await tasks.of(office).findOneAndUpdate({}, { $set: { reports, state: 'accepted' } });
    expect(await ask('clerk', 'tasks.report', { taskId: task?._id, text: 'Lại xong' })).toBe('TOO_MANY_KEPT');
    const ended = {
      id: 'a',
      unitId: 'finance',
      positionId: 'position',
      roles: [],
      from: '2025-01-01',
      to: '2025-01-02',
    };
    const appointments = Array.from({ length: LIMITS.appointmentsOfPerson }, () => ({ ...ended, isPrimary: false }));
    await people.of(office).updateOne({ _id: 'leader' }, { $set: { appointments } });
    const wanted = { personId: 'leader', unitId: 'finance', positionId: 'position', roles: [], isPrimary: true };
    expect(await ask('admin', 'people.appoint', wanted)).toBe('TOO_MANY_KEPT');
  });

  it('who has not answered a notice is not reminded again a moment later', async () => {
    const input = { title: 'Họp', body: 'Chiều', scope, mustAcknowledge: true, acknowledgeBy: null };
    await ask('clerk', 'notices.publish', input);
    const noticeId = (await notices.of(office).findOne({}))?._id;
    expect(await ask('clerk', 'notices.remind', { noticeId, requestId: 'press-one' })).toBe('ok');
    expect(await ask('clerk', 'notices.remind', { noticeId, requestId: 'press-one' })).toBe('ok');
    expect(await ask('clerk', 'notices.remind', { noticeId })).toBe('TOO_MANY_REQUESTS');
    office.clock.advance(11 * 60 * 1_000);
    expect(await ask('clerk', 'notices.remind', { noticeId })).toBe('ok');
  });
});
