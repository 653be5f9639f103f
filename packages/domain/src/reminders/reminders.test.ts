import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DUE_WORK } from '../due-work.ts';
import { listHistory } from '../history/list-history.ts';
import { sweepDue } from '../jobs/due-work.ts';
import { newId } from '../office/ids.ts';
import { smsMessages } from '../sms/sms-model.ts';
import { acceptTask, acceptTaskReport, reportTask, sendTaskBack } from '../tasks/act-on-task.ts';
import { createTask } from '../tasks/giving/create-task.ts';
import { cancelReminder, createReminder, dismissReminder, listReminders, snoozeReminder } from './choose-reminder.ts';
import { fireReminder } from './fire-reminder.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (personId: string) => callerOf(office, personId);
const chosen = async (at = '2026-03-10T04:00:00.000Z') =>
  createReminder(office, await as('planning-officer'), {
    requestId: newId(),
    text: 'Gọi cho Sở Tài chính',
    at,
    target: { kind: 'none' },
  });
const mine = async (personId = 'planning-officer') => (await listReminders(office, await as(personId), {})).reminders;

describe('a reminder', () => {
  it('rings when its time has come, not before, and once however often it is fired', async () => {
    const reminder = await chosen();
    await fireReminder(office, reminder.id);
    expect((await mine())[0]?.state).toBe('scheduled');
    office.clock.set(new Date('2026-03-10T04:00:00.000Z'));
    await Promise.all([1, 2, 3].map(() => fireReminder(office, reminder.id)));
    expect((await mine())[0]?.state).toBe('fired');
    await office.relay.settled();
    const lines = await listHistory(office, 'reminder', reminder.id);
    expect(lines.filter((line) => line.action === 'fired')).toHaveLength(1);
  });

  it('asked for or snoozed again after its time, because the answer was lost, is the one that was asked for', async () => {
    const caller = await as('planning-officer');
    const at = '2026-03-10T04:00:00.000Z';
    const wish = { requestId: newId(), text: 'Gọi lại', at, target: { kind: 'none' } } as const;
    const reminder = await createReminder(office, caller, wish);
    const later = { reminderId: reminder.id, requestId: newId(), until: '2026-03-10T04:10:00.000Z' };
    await snoozeReminder(office, caller, later);
    office.clock.set(new Date('2026-03-10T05:00:00.000Z'));
    expect((await createReminder(office, caller, wish)).id).toBe(reminder.id);
    expect(await snoozeReminder(office, caller, later)).toMatchObject({ id: reminder.id, at: later.until });
    expect(await mine()).toHaveLength(1);
  });

  it('is found by the sweep although no job is left in Redis', async () => {
    await chosen();
    await office.relay.settled();
    // Of this office alone: others are tested on the same Redis.
    await office.queues.get('fire-reminder').obliterate({ force: true });
    office.clock.set(new Date('2026-03-10T05:00:00.000Z'));
    expect(await sweepDue(office, DUE_WORK)).toBe(1);
    expect(await office.queues.get('fire-reminder').getJobCounts('waiting')).toEqual({ waiting: 1 });
  });

  it('snoozed rings again later; dismissed it is gone', async () => {
    const reminder = await chosen();
    office.clock.set(new Date('2026-03-10T04:00:01.000Z'));
    await fireReminder(office, reminder.id);
    const caller = await as('planning-officer');
    const until = '2026-03-10T04:30:00.000Z';
    const snoozed = await snoozeReminder(office, caller, { reminderId: reminder.id, requestId: newId(), until });
    expect(snoozed).toMatchObject({ state: 'scheduled', at: until });
    await expect(
      snoozeReminder(office, caller, {
        reminderId: reminder.id,
        requestId: newId(),
        until: '2026-03-10T01:00:00.000Z',
      }),
    ).rejects.toThrow('DATE_IN_PAST');
    office.clock.set(new Date(until));
    await fireReminder(office, reminder.id);
    await dismissReminder(office, caller, { reminderId: reminder.id, requestId: newId() });
    expect(await mine()).toEqual([]);
  });

  it('that is done or cancelled is not snoozed back to life', async () => {
    const caller = await as('planning-officer');
    const until = '2026-03-10T05:00:00.000Z';
    const on = (reminderId: string) => ({ reminderId, requestId: newId() });
    const [done, cancelled] = [await chosen(), await chosen()];
    office.clock.set(new Date('2026-03-10T04:00:01.000Z'));
    await fireReminder(office, done.id);
    const earlier = { ...on(done.id), until };
    await snoozeReminder(office, caller, earlier);
    office.clock.set(new Date(until));
    await fireReminder(office, done.id);
    await dismissReminder(office, caller, on(done.id));
    await cancelReminder(office, caller, on(cancelled.id));
    for (const { id } of [done, cancelled]) {
      const again = { ...on(id), until: '2026-03-10T06:00:00.000Z' };
      await expect(snoozeReminder(office, caller, again)).rejects.toThrow('WRONG_STATE');
    }
    // A repeat of what was once done changes nothing either.
    expect((await snoozeReminder(office, caller, earlier)).state).toBe('done');
    expect(await mine()).toEqual([]);
  });

  it('is nobody else’s to see or to change', async () => {
    const reminder = await chosen();
    const other = await as('planning-head');
    expect(await mine('planning-head')).toEqual([]);
    await expect(cancelReminder(office, other, { reminderId: reminder.id, requestId: newId() })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('a task with a deadline', () => {
  const assign = async (workingDays: number) =>
    createTask(office, await as('planning-head'), {
      requestId: newId(),
      title: 'Báo cáo mật độ dân số',
      description: '',
      leadId: 'planning-officer',
      coordinatorIds: [],
      due: { workingDays },
      fromMessage: null,
      fileIds: [],
    });

  it('rings on the morning of the working day before and at the deadline, by SMS as well, without its title', async () => {
    await assign(4);
    await office.relay.settled();
    const [before, due] = await mine();
    expect(before).toMatchObject({ occasion: 'before-due', at: '2026-03-13T01:00:00.000Z' });
    expect(due).toMatchObject({ occasion: 'due', at: '2026-03-16T10:00:00.000Z' });
    office.clock.set(new Date('2026-03-13T01:00:00.000Z'));
    await fireReminder(office, before?.id ?? '');
    await fireReminder(office, before?.id ?? '');
    await office.relay.settled();
    const texts = await smsMessages.of(office).find({ personId: 'planning-officer' }).sort({ createdAt: 1 }).lean();
    expect(texts.map((sms) => sms.purpose)).toEqual(['taskAssigned', 'taskDueSoon']);
    for (const { text } of texts) expect(text).not.toMatch(/dan so|dân số/i);
  });

  it('reported in time does not call who reported it late, by SMS neither', async () => {
    const task = await assign(4);
    const lead = await as('planning-officer');
    const on = () => ({ taskId: task.id, requestId: newId() });
    await office.relay.settled();
    const [before, due] = await mine();
    const chosenByHand = await createReminder(office, lead, {
      ...{ requestId: newId(), text: 'Xem lại', at: '2026-03-13T02:00:00.000Z', target: { kind: 'task', id: task.id } },
    });
    await acceptTask(office, lead, on());
    office.clock.set(new Date('2026-03-13T01:00:00.000Z'));
    await fireReminder(office, before?.id ?? '');
    expect((await mine()).map(({ state }) => state)).toContain('fired');
    await reportTask(office, lead, { ...on(), text: 'Xong', fileIds: [] });
    await office.relay.settled();
    // What rang is silent, what was chosen stays, and the deadline stands in case the report is sent back.
    expect((await mine()).map(({ id, state }) => [id, state])).toEqual([
      [chosenByHand.id, 'scheduled'],
      [due?.id, 'scheduled'],
    ]);
    office.clock.set(new Date('2026-03-16T10:00:00.000Z'));
    for (const id of [due?.id ?? '', due?.id ?? '', chosenByHand.id]) await fireReminder(office, id);
    await office.relay.settled();
    expect((await mine()).map(({ id, state }) => [id, state])).toEqual([[chosenByHand.id, 'fired']]);
    const texts = await smsMessages.of(office).find({ personId: 'planning-officer' }).lean();
    expect(texts.map((sms) => sms.purpose)).not.toContain('taskOverdue');
    const lines = await listHistory(office, 'reminder', due?.id ?? '');
    expect(lines.map(({ action }) => action)).toEqual(['scheduled', 'cancelled']);
  });

  it('sent back before its deadline still rings', async () => {
    const task = await assign(4);
    const lead = await as('planning-officer');
    const on = () => ({ taskId: task.id, requestId: newId() });
    await acceptTask(office, lead, on());
    await reportTask(office, lead, { ...on(), text: 'Xong', fileIds: [] });
    await sendTaskBack(office, await as('planning-head'), { ...on(), reason: 'Thiếu biểu 3' });
    await office.relay.settled();
    office.clock.set(new Date('2026-03-16T10:00:00.000Z'));
    for (const { id } of await mine()) await fireReminder(office, id);
    await office.relay.settled();
    expect((await mine()).map(({ state }) => state)).toEqual(['fired', 'fired']);
    const texts = await smsMessages.of(office).find({ personId: 'planning-officer' }).lean();
    expect(texts.map((sms) => sms.purpose)).toContain('taskOverdue');
  });

  it('closed early rings no more', async () => {
    const task = await assign(4);
    await office.relay.settled();
    const lead = await as('planning-officer');
    const on = () => ({ taskId: task.id, requestId: newId() });
    await acceptTask(office, lead, on());
    await reportTask(office, lead, { ...on(), text: 'Xong', fileIds: [] });
    await acceptTaskReport(office, await as('planning-head'), on());
    await office.relay.settled();
    expect(await mine()).toEqual([]);
  });
});
