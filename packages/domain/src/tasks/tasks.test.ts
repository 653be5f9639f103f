import { buildOffice, callerOf, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getConversationAccess } from '../chat/access.ts';
import { newId } from '../office/ids.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { people } from '../people/person-model.ts';
import {
  acceptTask,
  acceptTaskReport,
  cancelTask,
  closeTask,
  declineTask,
  reportTask,
  sendTaskBack,
  setTaskProgress,
} from './act-on-task.ts';
import { createTask } from './giving/create-task.ts';
import { getTask, getTaskHistory, listTasks } from './list-tasks.ts';
import { tasks } from './task-model.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (personId: string) => callerOf(office, personId);
const assign = async (changes: object = {}) =>
  createTask(office, await as('planning-head'), {
    requestId: newId(),
    title: 'Tổng hợp báo cáo quý I',
    description: '',
    leadId: 'planning-officer',
    coordinatorIds: ['finance-officer'],
    due: { workingDays: 3 },
    fromMessage: null,
    fileIds: [],
    ...changes,
  });
const on = (task: { id: string }) => ({ taskId: task.id, requestId: newId() });

describe('a task', () => {
  it('of before tasks had an urgency is an ordinary one', async () => {
    const task = await assign();
    await tasks.of(office).updateOne({ _id: task.id }, { $unset: { urgency: 1 } });
    expect((await getTask(office, await as('planning-officer'), { taskId: task.id })).urgency).toBe('normal');
  });

  it('is found by the code that its SMS calls it by, also by its figures alone, and by nobody outside it', async () => {
    await assign();
    await assign({ title: 'Việc khác' });
    await office.relay.settled();
    const [sms] = await office.db.collection('smsMessages').find({ personId: 'planning-officer' }).toArray();
    const code = /CV\d{6}/.exec(String(sms?.text))?.[0] ?? '';
    const find = async (personId: string, text: string) =>
      (await listTasks(office, await as(personId), { box: 'all', text })).items.map(({ code: found }) => found);
    expect(await find('planning-officer', code)).toEqual([code]);
    expect(await find('planning-head', code.slice(2))).toEqual([code]);
    expect(await find('clerk', code)).toEqual([]);
  });

  it('goes from assigned over accepted and reported to closed, sent back once, each step on record', async () => {
    const task = await assign();
    expect(task).toMatchObject({ state: 'assigned', dueDate: '2026-03-13', dueAt: '2026-03-13T10:00:00.000Z' });
    expect(task.urgency).toBe('normal');
    const lead = await as('planning-officer');
    const assigner = await as('planning-head');
    await acceptTask(office, lead, on(task));
    await setTaskProgress(office, await as('finance-officer'), { ...on(task), progress: 40, note: '' });
    await reportTask(office, lead, { ...on(task), text: 'Đã xong', fileIds: [] });
    const back = await sendTaskBack(office, assigner, { ...on(task), reason: 'Thiếu biểu 3' });
    expect(back.state).toBe('in-progress');
    await reportTask(office, lead, { ...on(task), text: 'Đã bổ sung biểu 3', fileIds: [] });
    const closed = await acceptTaskReport(office, assigner, on(task));
    expect(closed).toMatchObject({ state: 'closed', actions: [] });
    expect(closed.reports.map((report) => report.text)).toEqual(['Đã xong', 'Đã bổ sung biểu 3']);
    await office.relay.settled();
    const { entries } = await getTaskHistory(office, assigner, { taskId: task.id });
    expect(entries.map((entry) => [entry.action, entry.actorId, entry.reason])).toEqual([
      ['assigned', 'planning-head', null],
      ['accept', 'planning-officer', null],
      ['progress', 'finance-officer', null],
      ['report', 'planning-officer', null],
      ['send-back', 'planning-head', 'Thiếu biểu 3'],
      ['report', 'planning-officer', null],
      ['accept-report', 'planning-head', null],
    ]);
  });

  it('created twice under one request id is one task', async () => {
    const requestId = newId();
    const [first, second] = await Promise.all([assign({ requestId }), assign({ requestId })]);
    expect(second.id).toBe(first.id);
    expect((await listTasks(office, await as('planning-officer'), { box: 'doing' })).items).toHaveLength(1);
  });

  it('asked for again after its day has passed is still the one task', async () => {
    const requestId = newId();
    const due = { date: '2026-03-11' };
    const task = await assign({ requestId, due });
    office.clock.set(new Date('2026-03-20T03:00:00.000Z'));
    expect((await assign({ requestId, due })).id).toBe(task.id);
    await expect(assign({ due })).rejects.toThrow('DATE_IN_PAST');
  });

  it('reported twice under one request id holds one report', async () => {
    const task = await assign();
    const lead = await as('planning-officer');
    await acceptTask(office, lead, on(task));
    const report = { ...on(task), text: 'Xong', fileIds: [] };
    await reportTask(office, lead, report);
    expect((await reportTask(office, lead, report)).reports).toHaveLength(1);
  });

  it('has a conversation of exactly those who take part in it', async () => {
    const task = await assign();
    await office.relay.settled();
    const { conversation } = await getConversationAccess(office, await as('finance-officer'), task.conversationId);
    expect([...conversation.memberIds].sort()).toEqual(['finance-officer', 'planning-head', 'planning-officer']);
    await expect(getConversationAccess(office, await as('admin'), task.conversationId)).rejects.toThrow('NOT_FOUND');
  });

  it('cannot be given to somebody whose account is closed', async () => {
    await changeAggregate(office, people, 'planning-officer', { personId: null }, null, () => ({
      set: { isActive: false },
      story: { action: 'deactivated' },
    }));
    await expect(assign()).rejects.toMatchObject({ code: 'PERSON_INACTIVE', field: 'leadId' });
    const beside = assign({ leadId: 'finance-officer', coordinatorIds: ['planning-officer'] });
    await expect(beside).rejects.toMatchObject({ code: 'PERSON_INACTIVE', field: 'coordinatorIds' });
  });
});

describe('who may read a task', () => {
  it.each([
    ['its assigner', 'planning-head', true],
    ['its lead', 'planning-officer', true],
    ['a coordinator', 'finance-officer', true],
    ['the deputy of the lead’s unit', 'planning-deputy', true],
    ['the office’s leader', 'leader', true],
    ['a colleague of the same unit', 'planning-second-officer', false],
    ['the head of another unit', 'finance-head', false],
    ['the clerk', 'clerk', false],
    ['the administrator', 'admin', false],
  ])('%s: %s', async (_who, personId, may) => {
    const task = await assign();
    const reading = getTask(office, await as(personId), { taskId: task.id });
    if (may) expect((await reading).id).toBe(task.id);
    else await expect(reading).rejects.toThrow('NOT_FOUND');
    const listed = (await listTasks(office, await as(personId), { box: 'all' })).items;
    expect(listed.map((one) => one.id)).toEqual(may ? [task.id] : []);
  });

  it('a deputy moved to another unit no longer reads it', async () => {
    const task = await assign();
    await transfer(office, 'planning-deputy', 'finance', ['deputy']);
    await expect(getTask(office, await as('planning-deputy'), { taskId: task.id })).rejects.toThrow('NOT_FOUND');
  });
});

describe('who may do what', () => {
  it('only the lead accepts, declines and reports; only the assigner judges, closes and cancels', async () => {
    const task = await assign();
    const lead = await as('planning-officer');
    const coordinator = await as('finance-officer');
    const leader = await as('leader');
    await expect(acceptTask(office, coordinator, on(task))).rejects.toThrow('FORBIDDEN');
    await expect(declineTask(office, leader, { ...on(task), reason: 'không' })).rejects.toThrow('FORBIDDEN');
    await expect(closeTask(office, lead, { ...on(task), reason: 'xong' })).rejects.toThrow('FORBIDDEN');
    await expect(reportTask(office, lead, { ...on(task), text: 'x', fileIds: [] })).rejects.toThrow('WRONG_STATE');
    await acceptTask(office, lead, on(task));
    await reportTask(office, lead, { ...on(task), text: 'x', fileIds: [] });
    await expect(acceptTaskReport(office, lead, on(task))).rejects.toThrow('FORBIDDEN');
    expect((await getTask(office, leader, { taskId: task.id })).actions).toEqual([]);
    const cancelled = await cancelTask(office, await as('planning-head'), { ...on(task), reason: 'Không cần nữa' });
    expect(cancelled).toMatchObject({ state: 'cancelled' });
    await expect(acceptTask(office, lead, on(task))).rejects.toThrow('WRONG_STATE');
  });

  it('an outsider is told that there is no such task', async () => {
    const task = await assign();
    await expect(acceptTask(office, await as('clerk'), on(task))).rejects.toThrow('NOT_FOUND');
  });
});

describe('the list of tasks', () => {
  it('is paged without loss, and a forged cursor is bad input', async () => {
    for (let index = 0; index < 5; index += 1) {
      office.clock.advance(1_000);
      await assign({ title: `Việc ${index}` });
    }
    const lead = await as('planning-officer');
    const first = await listTasks(office, lead, { box: 'doing', limit: 3 });
    const second = await listTasks(office, lead, { box: 'doing', limit: 3, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map((task) => task.title)).toEqual([
      'Việc 4',
      'Việc 3',
      'Việc 2',
      'Việc 1',
      'Việc 0',
    ]);
    expect(second.next).toBeNull();
    await expect(listTasks(office, lead, { box: 'doing', cursor: '{"$gt":""}' })).rejects.toThrow('BAD_INPUT');
  });

  it('finds words without marks, and special characters only as themselves', async () => {
    await assign({ title: 'Rà soát đất đai (đợt 1)' });
    const lead = await as('planning-officer');
    expect((await listTasks(office, lead, { box: 'doing', text: 'dat dai (dot' })).items).toHaveLength(1);
    expect((await listTasks(office, lead, { box: 'doing', text: '.*' })).items).toHaveLength(0);
  });
});

describe('a list of tasks', () => {
  it('has what is late first among those one gave, hỏa tốc first among those one does, page by page the same', async () => {
    const undated = await assign({ title: 'không hạn', due: null });
    const later = await assign({ title: 'hạn sau', due: { date: '2026-03-20' } });
    const late = await assign({ title: 'quá hạn', due: { date: '2026-03-11' } });
    const express = await assign({ title: 'hỏa tốc', due: { date: '2026-03-25' } });
    await tasks.of(office).updateOne({ _id: express.id }, { $set: { urgency: 'express' } });
    await tasks.of(office).updateOne({ _id: later.id }, { $unset: { urgency: 1 } });
    const read = async (who: string, box: 'doing' | 'given' | 'all', limit: number) => {
      const titles: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listTasks(office, await as(who), { box, isOpen: true, limit, ...(cursor && { cursor }) });
        titles.push(...page.items.map(({ title }) => title));
        cursor = page.next ?? undefined;
      } while (cursor);
      return titles;
    };
    for (const limit of [1, 2, 50]) {
      expect(await read('planning-head', 'given', limit)).toEqual(
        [late, later, express, undated].map(({ title }) => title),
      );
      const pressing = [express, late, later, undated].map(({ title }) => title);
      expect(await read('planning-officer', 'doing', limit)).toEqual(pressing);
      expect(await read('planning-head', 'all', limit)).toEqual(pressing);
    }
  });
});
