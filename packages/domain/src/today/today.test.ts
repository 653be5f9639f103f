import type { ReminderTarget } from '@congso/contract/reminders';
import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDesk } from '../documents/desk/list-desk.ts';
import { listAwaitedNotices } from '../notices/list-notices.ts';
import { publishNotice } from '../notices/publish-notice.ts';
import { newId } from '../office/ids.ts';
import { createReminder } from '../reminders/choose-reminder.ts';
import { fireReminder } from '../reminders/fire-reminder.ts';
import { listOwedTasks } from '../tasks/find-task.ts';
import { createTask } from '../tasks/giving/create-task.ts';
import { getToday } from './get-today.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (who: string) => callerOf(office, who);

/** However much has no day: what is overdue is what a day is about. */
describe('more than fits leaves out what has no day, never what is overdue', () => {
  it('of tasks', async () => {
    const assign = async (title: string, due: { date: string } | null) =>
      createTask(office, await as('planning-head'), {
        ...{ requestId: newId(), title, description: '', leadId: 'planning-officer', coordinatorIds: [], due },
        ...{ fromMessage: null, fileIds: [] },
      });
    await assign('không hạn 1', null);
    office.clock.advance(1_000);
    await assign('không hạn 2', null);
    await assign('hạn sau', { date: '2026-03-20' });
    await assign('quá hạn', { date: '2026-03-11' });
    office.clock.set(new Date('2026-03-12T03:00:00.000Z'));
    const titles = async (limit: number) =>
      (await listOwedTasks(office, await as('planning-officer'), limit)).map((task) => task.title);
    expect(await titles(2)).toEqual(['quá hạn', 'hạn sau']);
    expect(await titles(3)).toEqual(['quá hạn', 'hạn sau', 'không hạn 1']);
  });

  it('of notices', async () => {
    const publish = async (title: string, acknowledgeBy: string | null) => {
      const scope = { everyone: false, unitIds: ['planning'], personIds: [] };
      const author = await as('planning-head');
      await publishNotice(office, author, {
        ...{ requestId: newId(), title, body: 'x', fileIds: [], scope, mustAcknowledge: true, acknowledgeBy },
      });
      office.clock.advance(1_000);
    };
    await publish('không hạn 1', null);
    await publish('không hạn 2', null);
    await publish('quá hạn', '2026-03-11');
    const titles = async (limit: number) =>
      (await listAwaitedNotices(office, 'planning-officer', limit)).map((notice) => notice.title);
    expect(await titles(1)).toEqual(['quá hạn']);
    expect(await titles(2)).toEqual(['quá hạn', 'không hạn 1']);
  });

  it('of documents: then what came first', async () => {
    const direct = async (due: { date: string } | null) => {
      const { id } = await putLetter(office);
      await act(office, 'clerk', id, 'submit', { personId: 'leader' });
      await act(office, 'leader', id, 'direct', { leadUnitId: 'planning', due });
      return id;
    };
    const overdue = await direct({ date: '2026-03-11' });
    const undated = [await direct(null), await direct(null)];
    const later = await direct({ date: '2026-03-20' });
    const desk = async (limit: number) =>
      (await listDesk(office, await as('planning-head'), limit)).map(({ document }) => document.id);
    expect(await desk(2)).toEqual([overdue, later]);
    expect(await desk(10)).toEqual([overdue, later, ...undated]);
    const { items } = await getToday(office, await as('planning-head'), {});
    expect(items.map((item) => item.kind === 'document' && item.document.id)).toEqual([overdue, later, ...undated]);
  });
});

describe('what presses most stands on top', () => {
  const direct = async (urgency: 'normal' | 'express', due: { date: string } | null) => {
    const { id } = await putLetter(office, { urgency });
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning', due });
    return id;
  };
  const publish = async (title: string, acknowledgeBy: string | null) => {
    const scope = { everyone: false, unitIds: ['planning'], personIds: [] };
    return publishNotice(office, await as('leader'), {
      ...{ requestId: newId(), title, body: 'x', fileIds: [], scope, mustAcknowledge: true, acknowledgeBy },
    });
  };
  const today = async (who: string) => (await getToday(office, await as(who), {})).items;

  it('hỏa tốc before what is late, documents before a notice that is late longer', async () => {
    await publish('Xem quy chế mới', '2026-03-11');
    const late = await direct('normal', { date: '2026-03-12' });
    const express = await direct('express', null);
    office.clock.set(new Date('2026-03-16T03:00:00.000Z'));
    const items = await today('planning-head');
    const shown = items.filter(({ kind }) => kind !== 'reminder');
    expect(shown.map((item) => (item.kind === 'document' ? item.document.id : item.kind))).toEqual([
      express,
      late,
      'notice',
    ]);
    expect(shown[0]).toMatchObject({ kind: 'document', step: 'assign' });
  });

  it('a notice and what rings about it are one row; what rings about nothing here is one of its own', async () => {
    const notice = await publish('Xem quy chế mới', null);
    const remind = async (text: string, target: ReminderTarget) =>
      createReminder(office, await as('planning-head'), {
        ...{ requestId: newId(), text, target, at: new Date(office.clock.now().getTime() + 60_000).toISOString() },
      });
    const about = await remind('Xem quy chế mới', { kind: 'notice', id: notice.id });
    const own = await remind('Gọi lại', { kind: 'none' });
    office.clock.advance(120_000);
    for (const { id } of [about, own]) await fireReminder(office, id);
    const items = await today('planning-head');
    expect(items.map((item) => (item.kind === 'reminder' ? item.reminder.text : item.kind))).toEqual([
      'Gọi lại',
      'notice',
    ]);
    expect(items[1]).toMatchObject({ reminder: { id: about.id } });
  });
});
