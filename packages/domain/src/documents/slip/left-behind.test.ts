import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { addPerson, buildOffice, callerOf, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../office/ids.ts';
import { closeUnit } from '../../organisation/units/close-unit.ts';
import { deactivatePerson } from '../../people/accounts/deactivate-person.ts';
import { reactivatePerson } from '../../people/accounts/reactivate-person.ts';
import { createTask } from '../../tasks/giving/create-task.ts';
import { getToday } from '../../today/get-today.ts';
import { listDesk } from '../desk/list-desk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (who: string) => callerOf(office, who);
const desk = async (who: string) => (await listDesk(office, await as(who), 10)).map(({ document }) => document.id);
const onAdmin = async (personId: string) => ({ personId, requestId: newId() });
const leave = async (personId: string) => {
  await deactivatePerson(office, await as('admin'), await onAdmin(personId));
  await office.relay.settled();
};
const submitted = async () => {
  const { id } = await putLetter(office);
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  return id;
};
const directed = async () => {
  const id = await submitted();
  await act(office, 'leader', id, 'direct', { leadUnitId: 'finance' });
  return id;
};
const assigned = async () => {
  const id = await directed();
  await act(office, 'finance-head', id, 'assign', { personId: 'finance-officer' });
  await office.relay.settled();
  return id;
};

describe('a letter that lies with somebody who has left', () => {
  it('submitted to a leader, is on the clerks’ desk, who submit it to another, until he is back', async () => {
    const id = await submitted();
    expect(await desk('clerk')).toEqual([]);
    await leave('leader');
    expect(await desk('clerk')).toEqual([id]);
    expect(await desk('deputy-leader')).toEqual([]);
    await reactivatePerson(office, await as('admin'), await onAdmin('leader'));
    expect(await desk('clerk')).toEqual([]);
    await transfer(office, 'leader', 'planning', ['officer']);
    expect(await desk('second-clerk')).toEqual([id]);
    await act(office, 'second-clerk', id, 'reassign', { personId: 'deputy-leader', reason: 'Đã chuyển công tác' });
    expect(await desk('clerk')).toEqual([]);
    expect(await desk('deputy-leader')).toEqual([id]);
  });

  it('directed to a unit, is on the leaders’ desk when nobody heads it any more', async () => {
    const id = await directed();
    await leave('finance-head');
    expect(await desk('leader')).toEqual([]);
    await leave('finance-deputy');
    expect(await desk('leader')).toEqual([id]);
    expect(await desk('planning-head')).toEqual([]);
    await act(office, 'leader', id, 'reassign', { leadUnitId: 'planning', reason: 'Phòng chưa có lãnh đạo' });
    expect(await desk('leader')).toEqual([]);
  });

  it('assigned to an officer, is on the desk of the unit’s head and deputies, who give it to another', async () => {
    await addPerson(office, 'finance-second-officer', 'Cao Thị Oanh', 'finance', ['officer']);
    const id = await assigned();
    expect(await desk('finance-head')).toEqual([]);
    await leave('finance-officer');
    for (const who of ['finance-head', 'finance-deputy']) expect(await desk(who)).toEqual([id]);
    for (const who of ['planning-head', 'leader', 'clerk']) expect(await desk(who)).toEqual([]);
    const reason = 'Đã nghỉ việc';
    await act(office, 'finance-deputy', id, 'reassign', { personId: 'finance-second-officer', reason });
    expect(await desk('finance-head')).toEqual([]);
  });
});

it('a task given by hand to somebody who has left is what its giver owes: he takes it back', async () => {
  const { id } = await createTask(office, await as('leader'), {
    ...{ requestId: newId(), title: 'Báo cáo', description: '', leadId: 'finance-head', coordinatorIds: [], due: null },
    ...{ fromMessage: null, fileIds: [] },
  });
  const owed = async (who: string) =>
    (await getToday(office, await as(who), {})).items.flatMap((item) => (item.kind === 'task' ? item.task.id : []));
  expect(await owed('leader')).toEqual([]);
  await leave('finance-head');
  expect(await owed('leader')).toEqual([id]);
  expect(await owed('deputy-leader')).toEqual([]);
});

describe('a unit with letters', () => {
  const close = async () => closeUnit(office, await as('admin'), { requestId: newId(), unitId: 'finance' });
  const empty = async () => {
    for (const who of ['finance-head', 'finance-deputy', 'finance-officer'])
      await transfer(office, who, 'planning', ['officer']);
  };

  it('is not closed: nobody could be put at its head any more, and they would wait there for ever', async () => {
    const id = await directed();
    await empty();
    await expect(close()).rejects.toMatchObject({ code: 'UNIT_HAS_DOCUMENTS', field: 'unitId' });
    await act(office, 'leader', id, 'reassign', { leadUnitId: 'planning', reason: 'Phòng giải thể' });
    expect(await close()).toMatchObject({ isClosed: true });
  });

  it('is not closed while an officer who has moved on still works for it', async () => {
    await assigned();
    await empty();
    await expect(close()).rejects.toMatchObject({ code: 'UNIT_HAS_DOCUMENTS' });
  });
});
