import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { addPerson, buildOffice, callerOf, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConversation } from '../chat/access.ts';
import { newId } from '../office/ids.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { people } from '../people/person-model.ts';
import { getToday } from '../today/get-today.ts';
import { acceptTask, acceptTaskReport, reportTask } from './act-on-task.ts';
import { listOwedTasks } from './find-task.ts';
import { createTask } from './giving/create-task.ts';
import { getTask, listTasks } from './list-tasks.ts';
import { followHead } from './open-task-conversation.ts';

/** Four urgencies, each with a day and without. */
const EVERY_RUN = 8;

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (who: string) => callerOf(office, who);
const on = (taskId: string) => ({ taskId, requestId: newId() });
const report = async (lead: string, taskId: string) => {
  await acceptTask(office, await as(lead), on(taskId));
  await reportTask(office, await as(lead), { ...on(taskId), text: 'Đã xong', fileIds: [] });
};
/** The task a head gave for a letter handed to planning, reported by its lead. */
const stepTask = async (giver: 'planning-head' | 'planning-deputy', lead: string) => {
  const { id } = await putLetter(office);
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
  const { taskIds } = await act(office, giver, id, 'assign', { personId: lead });
  await office.relay.settled();
  const taskId = taskIds.at(-1) ?? '';
  await report(lead, taskId);
  return taskId;
};
const manualTask = async () => {
  const task = await createTask(office, await as('planning-head'), {
    ...{ requestId: newId(), title: 'Tổng hợp', description: '', leadId: 'planning-officer', coordinatorIds: [] },
    ...{ due: null, fromMessage: null, fileIds: [] },
  });
  await report('planning-officer', task.id);
  return task.id;
};
const close = (who: string) =>
  changeAggregate(office, people, who, { personId: 'admin' }, null, () => ({
    set: { isActive: false },
    story: { action: 'deactivated' },
  }));

/** What somebody may do with a reported task: as it is shown to them, as Today asks it of them, and as it is carried out. */
const standing = async (who: string, taskId: string) => {
  const caller = await as(who);
  const task = await getTask(office, caller, { taskId }).catch(() => null);
  const { items } = await getToday(office, caller, {});
  const isOwed = items.some((item) => item.kind === 'task' && item.task.id === taskId);
  const given = await listTasks(office, caller, { box: 'given' });
  const all = await listTasks(office, caller, { box: 'all' });
  expect(
    all.items.some((one) => one.id === taskId),
    `${who} lists what may be read`,
  ).toBe(task !== null);
  expect(task !== null || given.items.length === 0, `${who} is listed nothing else as given`).toBe(true);
  const judged = await acceptTaskReport(office, caller, on(taskId)).then(
    () => 'judges',
    (error) => error.code,
  );
  const shown = task === null ? 'nothing' : task.actions.includes('accept-report');
  return { judged, shown, isOwed };
};
const JUDGE = { judged: 'judges', shown: true, isOwed: true };
const READER = { judged: 'FORBIDDEN', shown: false, isOwed: false };
const OUTSIDER = { judged: 'NOT_FOUND', shown: 'nothing', isOwed: false };

it.each([
  ['clerk', READER],
  ['second-clerk', READER],
])('clerks follow the tasks of documents, which are theirs to urge, and judge none: %s', async (who, expected) => {
  expect(await standing(who, await stepTask('planning-head', 'planning-officer'))).toEqual(expected);
  expect(await standing(who, await manualTask())).toEqual(OUTSIDER);
});

describe('the report on a step’s task is judged', () => {
  it.each([
    ['planning-head', JUDGE],
    ['planning-deputy', JUDGE],
    ['planning-officer', READER],
    ['leader', READER],
    ['deputy-leader', READER],
    ['planning-second-officer', OUTSIDER],
    ['finance-head', OUTSIDER],
    ['admin', OUTSIDER],
  ])('by the head and deputies of its unit, and by nobody else: %s', async (who, expected) => {
    expect(await standing(who, await stepTask('planning-head', 'planning-officer'))).toEqual(expected);
  });

  it('by the head of today, not by the one who was transferred', async () => {
    const taskId = await stepTask('planning-head', 'planning-officer');
    await transfer(office, 'planning-head', 'finance', ['head']);
    await addPerson(office, 'new-head', 'Cao Thị Phượng', 'planning', ['head']);
    expect(await standing('planning-head', taskId)).toEqual(OUTSIDER);
    expect((await listTasks(office, await as('new-head'), { box: 'given' })).items).toHaveLength(1);
    expect(await standing('new-head', taskId)).toEqual(JUDGE);
  });

  it('not by a deputy who wrote it himself, unless he gave himself the task', async () => {
    const given = await stepTask('planning-head', 'planning-deputy');
    expect(await standing('planning-deputy', given)).toEqual(READER);
    expect(await standing('planning-head', given)).toEqual(JUDGE);
    expect(await standing('planning-deputy', await stepTask('planning-deputy', 'planning-deputy'))).toEqual(JUDGE);
  });

  it('once, however often it is sent', async () => {
    const taskId = await stepTask('planning-head', 'planning-officer');
    const judge = await as('planning-deputy');
    const input = on(taskId);
    const first = await acceptTaskReport(office, judge, input);
    expect(await acceptTaskReport(office, judge, input)).toEqual(first);
  });
});

it('the conversation of a step’s task is the lead’s and the heads’ of today', async () => {
  const taskId = await stepTask('planning-head', 'planning-officer');
  const members = async () => {
    await office.relay.settled();
    return [...((await findConversation(office, `task:${taskId}`))?.memberIds ?? [])].sort();
  };
  expect(await members()).toEqual(['planning-deputy', 'planning-head', 'planning-officer']);
  await transfer(office, 'planning-head', 'finance', ['head']);
  await addPerson(office, 'new-head', 'Cao Thị Phượng', 'planning', ['head']);
  const cause = { id: 'person:x:2', actorId: null, at: new Date() };
  for (const personId of ['planning-head', 'new-head', 'planning-head']) {
    await followHead(office, { personId, unitIds: ['planning', 'finance'] }, cause);
  }
  expect(await members()).toEqual(['new-head', 'planning-deputy', 'planning-officer']);
});

describe('the report on a task given by hand', () => {
  it('is not read for Today by whoever is not to judge it', async () => {
    for (let count = 0; count < 5; count += 1) await manualTask();
    await office.relay.settled();
    for (const who of ['leader', 'planning-deputy']) {
      const caller = await as(who);
      const explained = await explainQueries(office, () => listOwedTasks(office, caller, 10));
      const read = explained.filter(({ collection }) => collection === 'tasks');
      expect(
        read.map(({ examined }) => examined),
        who,
      ).toEqual(Array.from({ length: EVERY_RUN }, () => 0));
    }
  });

  it.each([
    ['planning-head', JUDGE],
    ['planning-deputy', READER],
    ['leader', READER],
    ['planning-officer', READER],
  ])('is judged by who gave it: %s', async (who, expected) => {
    expect(await standing(who, await manualTask())).toEqual(expected);
  });

  it.each([
    ['leader', JUDGE],
    ['planning-deputy', JUDGE],
    ['planning-officer', READER],
    ['finance-head', OUTSIDER],
    ['clerk', OUTSIDER],
  ])(
    'is judged by a leader or the head above its lead when who gave it has left the office: %s',
    async (who, expected) => {
      const taskId = await manualTask();
      await close('planning-head');
      expect(await standing(who, taskId)).toEqual(expected);
    },
  );

  it('is judged by who gave it after a transfer too: it was theirs, not the unit’s', async () => {
    const taskId = await manualTask();
    await transfer(office, 'planning-head', 'finance', ['head']);
    expect(await standing('planning-deputy', taskId)).toEqual(READER);
    expect(await standing('planning-head', taskId)).toEqual(JUDGE);
  });
});
