import type { OpenedDocument } from '@congso/contract/documents';
import { act, LETTER, putLetter, putMail } from '@congso/test/support/documents/build-letters';
import { addPerson, buildOffice, callerOf, type PersonName, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conversations } from '../../chat/conversation-model.ts';
import { listHistory } from '../../history/list-history.ts';
import { quarantineMail } from '../../mail/deciding/decisions.ts';
import { newId } from '../../office/ids.ts';
import { deactivatePerson } from '../../people/accounts/deactivate-person.ts';
import { appoint } from '../../people/appointments/appoint.ts';
import { type SmsDoc, smsMessages } from '../../sms/sms-model.ts';
import { pullStream } from '../../sync/pull-stream.ts';
import { acceptTask, acceptTaskReport, cancelTask, declineTask, reportTask } from '../../tasks/act-on-task.ts';
import { findTask } from '../../tasks/find-task.ts';
import { getTask } from '../../tasks/list-tasks.ts';
import { getDocument, listDocumentHistory } from '../open-document.ts';
import { followHolder, openDocumentConversation } from '../open-document-conversation.ts';
import { listDocuments } from '../register/list-documents.ts';
import { registerDocument } from '../register/register-document.ts';
import { voidDocument } from '../register/void-document.ts';
import { followTask } from './follow-task.ts';

// A slip's whole life is hundreds of journaled writes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const read = async (person: PersonName, documentId: string) =>
  getDocument(office, await callerOf(office, person), { documentId });
const actionsOf = async (person: PersonName, documentId: string) =>
  (await read(person, documentId)).allowedActions.map(({ action }) => action).sort();
const deskOf = async (person: PersonName) =>
  (await listDocuments(office, await callerOf(office, person), { box: 'desk' })).items.map((row) => row.id);
const stepsOf = (document: OpenedDocument) =>
  (document.slip?.steps ?? []).map(({ state, status, part, assigneeId }) => `${state} ${status} ${part} ${assigneeId}`);
const stepOf = (document: OpenedDocument, assigneeId: string) => {
  const found = document.slip?.steps.find((step) => step.assigneeId === assigneeId && step.status === 'active');
  if (!found) throw new Error(`${assigneeId} has no active step`);
  return found;
};

const submitted = async () => {
  const { id } = await putLetter(office);
  return act(office, 'clerk', id, 'submit', { personId: 'leader' });
};
const directed = async () => {
  const { id } = await submitted();
  return act(office, 'leader', id, 'direct', {
    leadUnitId: 'planning',
    coordinatingUnitIds: ['finance'],
    instruction: 'Phòng Kế hoạch chủ trì, báo cáo trước thứ Sáu',
    due: { date: '2026-03-20' },
  });
};
const assigned = async () => {
  const { id } = await directed();
  return act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
};
/** The officer accepts and reports, the head takes the report, and all that follows has followed. */
const finishTask = async (taskId: string, officer: PersonName, head: PersonName) => {
  await office.relay.settled();
  const by = await callerOf(office, officer);
  await acceptTask(office, by, { requestId: newId(), taskId });
  await reportTask(office, by, { requestId: newId(), taskId, text: 'Đã có báo cáo số 12', fileIds: [] });
  await acceptTaskReport(office, await callerOf(office, head), { requestId: newId(), taskId });
  await office.relay.settled();
};
const taskOf = (document: OpenedDocument, assigneeId: string) => {
  const { taskId } = stepOf(document, assigneeId);
  if (!taskId) throw new Error('a step without a task');
  return taskId;
};

describe('the life of a slip', () => {
  it('goes from the clerk by the leader and the heads to the officers and is complete when all have finished', async () => {
    const { id } = await putLetter(office);
    expect(await deskOf('clerk')).toEqual([id]);
    expect((await act(office, 'clerk', id, 'submit', { personId: 'leader' })).state).toBe('submitted');
    expect([await deskOf('clerk'), await deskOf('leader'), await deskOf('deputy-leader')]).toEqual([[], [id], []]);

    const direct = await act(office, 'leader', id, 'direct', {
      leadUnitId: 'planning',
      coordinatingUnitIds: ['finance'],
      instruction: 'Giao phòng Kế hoạch chủ trì',
      due: { workingDays: 3 },
    });
    expect(direct).toMatchObject({ state: 'directed', dueDate: '2026-03-13', dueAt: '2026-03-13T10:00:00.000Z' });
    expect(direct.holders).toMatchObject([
      { unitId: 'planning', personId: 'planning-head', part: 'lead' },
      { unitId: 'finance', personId: 'finance-head', part: 'coordinate' },
    ]);
    expect([await deskOf('planning-head'), await deskOf('planning-deputy'), await deskOf('finance-head')]).toEqual([
      [id],
      [id],
      [id],
    ]);

    const assign = await act(office, 'planning-deputy', id, 'assign', {
      personId: 'planning-officer',
      coordinatorIds: ['statistics-officer'],
      due: { date: '2026-03-12' },
    });
    expect(assign).toMatchObject({ state: 'assigned', dueDate: '2026-03-13' });
    expect(stepOf(assign, 'planning-officer')).toMatchObject({
      part: 'lead',
      unitId: 'planning',
      instruction: 'Giao phòng Kế hoạch chủ trì',
      dueDate: '2026-03-12',
    });
    expect(stepOf(assign, 'statistics-officer').part).toBe('coordinate');
    await office.relay.settled();
    expect(await findTask(office, taskOf(assign, 'planning-officer'))).toMatchObject({
      leadId: 'planning-officer',
      assignerId: 'planning-deputy',
      dueDate: '2026-03-12',
      state: 'assigned',
    });

    await finishTask(taskOf(assign, 'planning-officer'), 'planning-officer', 'planning-deputy');
    // The lead has finished; who coordinates has not.
    expect(await read('clerk', id)).toMatchObject({ state: 'assigned', completedAt: null });
    await finishTask(taskOf(assign, 'statistics-officer'), 'statistics-officer', 'planning-deputy');
    const done = await act(office, 'finance-head', id, 'complete', { reason: 'Phòng Tài chính thống nhất' });
    expect(done).toMatchObject({ state: 'completed', completedAt: '2026-03-10T03:00:00.000Z', allowedActions: [] });
    expect(await deskOf('finance-head')).toEqual([]);

    await office.relay.settled();
    const entries = await listHistory(office, 'document', id);
    expect(entries.map(({ action, actorId, from, to }) => [action, actorId, from, to])).toEqual([
      ['drafted', 'clerk', null, 'draft'],
      ['registered', 'clerk', 'draft', 'registered'],
      ['submit', 'clerk', 'registered', 'submitted'],
      ['direct', 'leader', 'submitted', 'directed'],
      ['assign', 'planning-deputy', 'directed', 'assigned'],
      ['complete', 'planning-deputy', 'assigned', 'assigned'],
      ['complete', 'planning-deputy', 'assigned', 'assigned'],
      ['complete', 'finance-head', 'assigned', 'completed'],
    ]);
  });

  it('goes back with a reason from each desk to the one before, and forth again', async () => {
    const { id } = await assigned();
    await expect(act(office, 'planning-officer', id, 'return')).rejects.toMatchObject({ code: 'REASON_NEEDED' });
    const back = await act(office, 'planning-officer', id, 'return', { reason: 'Không thuộc nhiệm vụ của tôi' });
    expect(back.state).toBe('directed');
    expect(stepOf(back, 'planning-head')).toMatchObject({
      state: 'assignment',
      part: 'lead',
      instruction: 'Phòng Kế hoạch chủ trì, báo cáo trước thứ Sáu',
      dueDate: '2026-03-20',
    });
    const up = await act(office, 'planning-head', id, 'return', { reason: 'Không thuộc phòng tôi' });
    expect(up.state).toBe('submitted');
    expect(await deskOf('leader')).toEqual([id]);
    const down = await act(office, 'leader', id, 'return', { reason: 'Gửi nhầm cơ quan' });
    expect(down.state).toBe('registered');
    expect(await deskOf('second-clerk')).toEqual([id]);
    const forth = await act(office, 'second-clerk', id, 'submit', { personId: 'deputy-leader' });
    expect(forth.state).toBe('submitted');
    expect(stepsOf(forth)).toEqual([
      'received done lead clerk',
      'direction done lead leader',
      'assignment done lead planning-head',
      'assignment active coordinate finance-head',
      'processing returned lead planning-officer',
      'assignment returned lead planning-head',
      'direction returned lead leader',
      'received done lead clerk',
      'direction active lead deputy-leader',
    ]);
  });

  it('is reassigned by whoever gave the step, with a reason, and the one it is taken from reads it no more', async () => {
    const { id } = await assigned();
    await expect(
      act(office, 'planning-officer', id, 'reassign', { personId: 'planning-second-officer', reason: 'Bận' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      act(office, 'planning-head', id, 'reassign', { personId: 'planning-second-officer' }),
    ).rejects.toMatchObject({ code: 'REASON_NEEDED' });
    await pullStream(office, 'planning-officer', null);
    const again = await act(office, 'planning-head', id, 'reassign', {
      personId: 'planning-second-officer',
      reason: 'Anh Hải đi công tác',
    });
    expect(stepOf(again, 'planning-second-officer')).toMatchObject({ part: 'lead', dueDate: '2026-03-20' });
    await expect(read('planning-officer', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office.relay.settled();
    expect((await pullStream(office, 'planning-officer', 0)).marks).toContainEqual(
      expect.objectContaining({ kind: 'document', id }),
    );
    expect((await findTask(office, taskOf(again, 'planning-second-officer')))?.leadId).toBe('planning-second-officer');
    const [old] = again.taskIds;
    expect(old && (await findTask(office, old))).toMatchObject({ leadId: 'planning-officer', state: 'cancelled' });

    const { id: other } = await directed();
    const toStatistics = async () =>
      act(office, 'leader', other, 'reassign', {
        stepId: stepOf(await read('leader', other), 'planning-head').id,
        leadUnitId: 'statistics',
        reason: 'Việc của Tổ Thống kê',
      });
    await expect(toStatistics()).rejects.toMatchObject({ code: 'PERSON_INACTIVE', field: 'leadUnitId' });
    await addPerson(office, 'statistics-head', 'Tạ Văn Oanh', 'statistics', ['head']);
    const moved = await toStatistics();
    expect(stepOf(moved, 'statistics-head')).toMatchObject({ unitId: 'statistics', part: 'lead' });
  });

  it('is handed to nobody a second time who works on it already, be it to lead or to coordinate', async () => {
    const { id } = await directed();
    const both = { personId: 'planning-officer', coordinatorIds: ['planning-second-officer'] };
    const shared = await act(office, 'planning-head', id, 'assign', both);
    const handOver = (from: string, to: string) =>
      act(office, 'planning-head', id, 'reassign', { stepId: stepOf(shared, from).id, personId: to, reason: 'Bận' });
    const twice = { code: 'ALREADY_EXISTS', field: 'personId' };
    await expect(handOver('planning-officer', 'planning-second-officer')).rejects.toMatchObject(twice);
    await expect(handOver('planning-second-officer', 'planning-officer')).rejects.toMatchObject(twice);
    const moved = await handOver('planning-officer', 'statistics-officer');
    expect(stepOf(moved, 'statistics-officer').part).toBe('lead');

    // Who leads the unit may take the work on himself, and so be one of those he shares it among.
    const { id: other } = await directed();
    const own = { personId: 'planning-officer', coordinatorIds: ['planning-head'] };
    expect(stepOf(await act(office, 'planning-head', other, 'assign', own), 'planning-head').part).toBe('coordinate');
  });

  it('is handed by a leader to another, or by a clerk when the leader is away', async () => {
    const { id } = await submitted();
    expect((await read('leader', id)).allowedActions.find(({ action }) => action === 'reassign')).toMatchObject({
      assignee: 'person',
      candidateIds: ['deputy-leader'],
      needsReason: true,
    });
    await act(office, 'leader', id, 'reassign', { personId: 'deputy-leader', reason: 'Chị Bình phụ trách mảng này' });
    expect([await deskOf('leader'), await deskOf('deputy-leader')]).toEqual([[], [id]]);
    await act(office, 'second-clerk', id, 'reassign', { personId: 'leader', reason: 'Chị Bình nghỉ ốm' });
    expect([await deskOf('leader'), await deskOf('deputy-leader')]).toEqual([[id], []]);
  });

  it('releases who coordinates, never who leads', async () => {
    const { id } = await directed();
    const lead = stepOf(await read('leader', id), 'planning-head').id;
    const coordinate = stepOf(await read('leader', id), 'finance-head').id;
    await expect(act(office, 'leader', id, 'release', { stepId: lead, reason: 'Không cần' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await act(office, 'leader', id, 'release', { stepId: coordinate, reason: 'Không cần nữa' });
    const done = await act(office, 'planning-head', id, 'complete', { reason: 'Đã trả lời qua điện thoại' });
    expect(done.state).toBe('completed');
    expect(stepsOf(done).slice(2)).toEqual([
      'assignment done lead planning-head',
      'assignment skipped coordinate finance-head',
    ]);
  });

  it('lets a coordinating unit give it back while the lead goes on, and the leader choose another or none', async () => {
    const { id } = await directed();
    const back = await act(office, 'finance-head', id, 'return', { reason: 'Không liên quan' });
    expect(back.state).toBe('directed');
    expect(await actionsOf('leader', id)).toEqual(['direct', 'reassign', 'reassign', 'release']);
    const again = await act(office, 'leader', id, 'direct', {
      coordinatingUnitIds: ['finance'],
      instruction: 'Vẫn cần ý kiến',
    });
    expect(stepOf(again, 'finance-head')).toMatchObject({ part: 'coordinate', instruction: 'Vẫn cần ý kiến' });
    await expect(
      act(office, 'leader', id, 'reassign', {
        stepId: stepOf(again, 'finance-head').id,
        coordinatingUnitIds: ['planning'],
        reason: 'Nhầm',
      }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('goes on under the version it started under', async () => {
    const { id } = await submitted();
    expect((await read('leader', id)).slip).toMatchObject({ workflowId: 'incoming:1', workflowVersion: 1 });
  });
});

describe('the task of a step', () => {
  it('is as urgent as its document, and the SMS about it says so', async () => {
    const subject = 'Ứng phó bão số 3';
    const { id } = await putLetter(office, { urgency: 'express', subject });
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
    const document = await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
    await office.relay.settled();
    const officer = await callerOf(office, 'planning-officer');
    const taskId = taskOf(document, 'planning-officer');
    expect(await getTask(office, officer, { taskId })).toMatchObject({ title: subject, urgency: 'express' });
    const [sms] = await smsMessages.of(office).find({ personId: 'planning-officer' }).lean<SmsDoc[]>();
    expect(sms?.text).toMatch(/^HOA TOC\. .* 1\/2026\./);
    expect(sms?.text).not.toMatch(/bao|ung pho/i);
  });

  it('of a letter that was found secret meanwhile is told by no SMS', async () => {
    const clerk = await callerOf(office, 'clerk');
    await putMail(office, 'secret-letter');
    const { id } = await registerDocument(office, clerk, {
      requestId: newId(),
      mailId: 'secret-letter',
      fields: LETTER,
    });
    await office.relay.settled();
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
    await quarantineMail(office, clerk, { requestId: newId(), mailId: 'secret-letter', reason: 'Có dấu mật' });
    await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
    await office.relay.settled();
    const sent = await smsMessages.of(office).find({ personId: 'planning-officer' }).lean<SmsDoc[]>();
    expect(sent).toMatchObject([{ state: 'suppressed', reason: 'secret', text: '' }]);
  });

  it('brings the step back to the head when the officer declines it or the head cancels it', async () => {
    const first = await assigned();
    await office.relay.settled();
    await declineTask(office, await callerOf(office, 'planning-officer'), {
      requestId: newId(),
      taskId: taskOf(first, 'planning-officer'),
      reason: 'Đang nghỉ phép',
    });
    await office.relay.settled();
    const back = await read('planning-head', first.id);
    expect(back.state).toBe('directed');
    const again = await act(office, 'planning-head', first.id, 'assign', { personId: 'planning-second-officer' });
    await office.relay.settled();
    await cancelTask(office, await callerOf(office, 'planning-head'), {
      requestId: newId(),
      taskId: taskOf(again, 'planning-second-officer'),
      reason: 'Tôi tự làm',
    });
    await office.relay.settled();
    expect(await deskOf('planning-head')).toEqual([first.id]);
  });

  it('is cancelled with the registration', async () => {
    const document = await assigned();
    await office.relay.settled();
    const clerk = await callerOf(office, 'clerk');
    await voidDocument(office, clerk, { requestId: newId(), documentId: document.id, reason: 'Gửi nhầm cơ quan' });
    await office.relay.settled();
    expect((await findTask(office, taskOf(document, 'planning-officer')))?.state).toBe('cancelled');
    expect((await read('clerk', document.id)).state).toBe('voided');
    await expect(act(office, 'planning-officer', document.id, 'return', { reason: 'x' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('does nothing when it ends after its step did, or is told twice', async () => {
    const document = await assigned();
    await office.relay.settled();
    const taskId = taskOf(document, 'planning-officer');
    await act(office, 'planning-head', document.id, 'reassign', {
      personId: 'planning-second-officer',
      reason: 'Anh Hải đi công tác',
    });
    const before = await read('clerk', document.id);
    const cause = { id: 'task:x:9', actorId: 'planning-officer', at: office.clock.now() };
    await followTask(office, { taskId }, cause);
    await followTask(office, { taskId: 'no-such-task' }, cause);
    expect(await read('clerk', document.id)).toEqual(before);

    const other = await assigned();
    await finishTask(taskOf(other, 'planning-officer'), 'planning-officer', 'planning-head');
    const finished = await read('clerk', other.id);
    await followTask(office, { taskId: taskOf(other, 'planning-officer') }, cause);
    expect(await read('clerk', other.id)).toEqual(finished);
  });
});

describe('an action', () => {
  it('taken twice under one request id has the effect of once', async () => {
    const { id } = await submitted();
    const requestId = newId();
    const direction = { requestId, leadUnitId: 'planning', due: { workingDays: 2 } };
    const first = await act(office, 'leader', id, 'direct', direction);
    office.clock.advance(20 * 24 * 3_600_000);
    expect(await act(office, 'leader', id, 'direct', direction)).toEqual(first);
    await office.relay.settled();
    expect((await listHistory(office, 'document', id)).filter(({ action }) => action === 'direct')).toHaveLength(1);
  });

  it('taken by head and deputy at once is taken once; the other is told the step is over', async () => {
    const { id } = await directed();
    const taken = await Promise.allSettled([
      act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' }),
      act(office, 'planning-deputy', id, 'assign', { personId: 'planning-second-officer' }),
    ]);
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(taken.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/WRONG_STATE|FORBIDDEN/) },
    });
    expect((await read('clerk', id)).slip?.steps.filter(({ state }) => state === 'processing')).toHaveLength(1);
  });

  it('is refused with the field that is wrong', async () => {
    const { id } = await submitted();
    const direct = (more: object) => act(office, 'leader', id, 'direct', more);
    await expect(direct({})).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'leadUnitId' });
    await expect(direct({ leadUnitId: 'no-such-unit' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(direct({ leadUnitId: 'planning', due: { date: '2026-03-09' } })).rejects.toMatchObject({
      code: 'DATE_IN_PAST',
    });
    await expect(direct({ leadUnitId: 'planning', stepId: 'forged' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(office, 'leader', id, 'assign', { personId: 'leader' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    await expect(act(office, 'leader', id, 'no-such-action')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(act(office, 'leader', 'no-such-document', 'direct')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const letter = await putLetter(office);
    for (const personId of ['planning-officer', 'nobody', null]) {
      await expect(act(office, 'clerk', letter.id, 'submit', { personId })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        field: 'personId',
      });
    }
    await expect(
      act(office, 'clerk', letter.id, 'submit', { personId: 'leader', due: { workingDays: 1 } }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'due' });
    const { id: other } = await directed();
    await expect(act(office, 'planning-head', other, 'assign', { personId: 'finance-officer' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'personId',
    });
    await expect(
      act(office, 'planning-head', other, 'assign', {
        personId: 'planning-officer',
        coordinatorIds: ['finance-officer'],
      }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'coordinatorIds' });
  });

  it('is shown exactly to those who may take it', async () => {
    const { id } = await directed();
    expect(await actionsOf('clerk', id)).toEqual([]);
    // Two units, each to be reassigned; the coordinating one to be released.
    expect(await actionsOf('leader', id)).toEqual(['reassign', 'reassign', 'release']);
    expect(await actionsOf('deputy-leader', id)).toEqual([]);
    expect(await actionsOf('planning-head', id)).toEqual(['assign', 'complete', 'return']);
    expect(await actionsOf('planning-deputy', id)).toEqual(['assign', 'complete', 'return']);
    expect((await read('planning-head', id)).allowedActions[0]).toMatchObject({
      candidateIds: expect.arrayContaining(['planning-head', 'planning-officer', 'statistics-officer']),
    });
    await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
    expect(await actionsOf('planning-officer', id)).toEqual(['return']);
    expect(await actionsOf('planning-deputy', id)).toEqual(['reassign']);
  });

  it('belongs to the head of today: a transferred one can neither act nor read', async () => {
    const { id } = await directed();
    await transfer(office, 'planning-head', 'finance', ['officer']);
    await expect(act(office, 'planning-head', id, 'complete', { reason: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await addPerson(office, 'new-head', 'Cao Thị Phượng', 'planning', ['head']);
    expect(await deskOf('new-head' as PersonName)).toEqual([id]);
  });
});

describe('who may read a document', () => {
  const readers = async (id: string) => {
    const may: string[] = [];
    for (const person of [
      'clerk',
      'second-clerk',
      'leader',
      'deputy-leader',
      'planning-head',
      'planning-deputy',
      'planning-officer',
      'planning-second-officer',
      'statistics-officer',
      'finance-head',
      'finance-deputy',
      'finance-officer',
      'admin',
    ] as const) {
      const caller = await callerOf(office, person);
      const opened = await getDocument(office, caller, { documentId: id }).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'NOT_FOUND' });
          return false;
        },
      );
      // One rule for opening, for the register and for the history.
      const { items } = await listDocuments(office, caller, { box: 'register' });
      expect(items.some((row) => row.id === id)).toBe(opened);
      const told = listDocumentHistory(office, caller, { documentId: id });
      await (opened ? expect(told).resolves.toBeDefined() : expect(told).rejects.toMatchObject({ code: 'NOT_FOUND' }));
      if (opened) may.push(person);
    }
    return may;
  };
  const always = ['clerk', 'second-clerk', 'leader', 'deputy-leader'];

  it('grows with the slip: clerks and leaders, then the units it is handed to, then their officers', async () => {
    const { id } = await putLetter(office);
    expect(await readers(id)).toEqual(always);
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
    expect(await readers(id)).toEqual([...always, 'planning-head', 'planning-deputy']);
    await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
    expect(await readers(id)).toEqual([...always, 'planning-head', 'planning-deputy', 'planning-officer']);
  });

  it('goes up from a unit to the heads above it, not down and not aside', async () => {
    await addPerson(office, 'statistics-head', 'Tạ Văn Oanh', 'statistics', ['head']);
    const { id } = await submitted();
    await act(office, 'leader', id, 'direct', { leadUnitId: 'statistics' });
    expect(await readers(id)).toEqual([...always, 'planning-head', 'planning-deputy']);
  });

  it('ends with the appointment it came from', async () => {
    const { id } = await directed();
    await transfer(office, 'finance-deputy', 'head-office', ['officer']);
    await transfer(office, 'clerk', 'head-office', ['officer']);
    await transfer(office, 'deputy-leader', 'department', ['officer']);
    expect(await readers(id)).toEqual(['second-clerk', 'leader', 'planning-head', 'planning-deputy', 'finance-head']);
  });
});

describe('the conversation of a document', () => {
  const membersOf = async (id: string) => {
    await office.relay.settled();
    const conversation = await conversations
      .of(office)
      .findOne({ _id: `document:${id}` })
      .lean();
    expect(conversation).toMatchObject({ kind: 'document', subjectId: id });
    return [...(conversation?.memberIds ?? [])].sort();
  };
  const cause = { id: 'person:x:2', actorId: null, at: new Date() };

  it('is of its clerk and of those with whom its steps lie: never of more than may read it', async () => {
    const { id } = await putLetter(office);
    expect(await membersOf(id)).toEqual(['clerk']);
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    expect(await membersOf(id)).toEqual(['clerk', 'leader']);
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning', coordinatingUnitIds: ['finance'] });
    const heads = ['finance-deputy', 'finance-head', 'leader', 'planning-deputy', 'planning-head'];
    expect(await membersOf(id)).toEqual(['clerk', ...heads]);
    await act(office, 'planning-deputy', id, 'assign', { personId: 'planning-officer' });
    expect(await membersOf(id)).toEqual(['clerk', ...heads, 'planning-officer']);
    await act(office, 'planning-head', id, 'reassign', { personId: 'planning-second-officer', reason: 'Đi công tác' });
    expect(await membersOf(id)).toEqual(['clerk', ...heads, 'planning-second-officer']);
    for (const member of await membersOf(id)) expect((await read(member as PersonName, id)).id).toBe(id);
  });

  it('told late or twice is what it is', async () => {
    const { id } = await assigned();
    const members = await membersOf(id);
    const before = await conversations.of(office).findOne({ _id: `document:${id}` });
    await openDocumentConversation(office, { documentId: id }, cause);
    expect(await membersOf(id)).toEqual(members);
    expect((await conversations.of(office).findOne({ _id: `document:${id}` }))?.version).toBe(before?.version);
  });

  it.each([
    ['the head', 'planning-head', 'finance', ['officer'], []],
    ['the deputy', 'planning-deputy', 'head-office', ['officer'], []],
    ['the leader', 'leader', 'department', ['officer'], []],
    ['the clerk', 'clerk', 'head-office', ['officer'], []],
    ['the officer, whose work it still is', 'planning-officer', 'finance', ['officer'], ['planning-officer']],
  ] as const)('follows a transfer: %s', async (_who, personId, unitId, roles, stays) => {
    const { id } = await assigned();
    const before = await membersOf(id);
    await transfer(office, personId, unitId, roles);
    for (let twice = 0; twice < 2; twice += 1) {
      await followHolder(office, { personId, unitIds: ['planning', unitId] }, cause);
    }
    expect(await membersOf(id)).toEqual(
      before.filter((member) => member !== personId || stays.includes(member as never)),
    );
  });

  it('of letters by the dozen follows a change of their clerk at no more cost than that of one, where nothing changes', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push((await putLetter(office)).id);
    for (const id of ids) expect(await membersOf(id)).toEqual(['clerk']);
    await appoint(office, await callerOf(office, 'admin'), {
      ...{ requestId: newId(), personId: 'clerk', positionId: 'position', unitId: 'finance' },
      ...{ roles: ['officer'], isPrimary: false },
    });
    await office.relay.settled();
    const readOne = vi.spyOn(conversations.of(office), 'findOne');
    await followHolder(office, { personId: 'clerk', unitIds: ['head-office', 'finance'] }, cause);
    expect(readOne).not.toHaveBeenCalled();
    readOne.mockRestore();
    await transfer(office, 'clerk', 'finance', ['officer']);
    await followHolder(office, { personId: 'clerk', unitIds: ['head-office', 'finance'] }, cause);
    for (const id of ids) expect(await membersOf(id)).toEqual([]);
  });

  it('takes in the new head of a unit while the document is open, and lets go whose account is closed', async () => {
    const { id } = await assigned();
    const before = await membersOf(id);
    await addPerson(office, 'new-head', 'Cao Thị Phượng', 'planning', ['head']);
    await followHolder(office, { personId: 'new-head', unitIds: ['planning'] }, cause);
    expect(await membersOf(id)).toEqual([...before, 'new-head'].sort());
    await deactivatePerson(office, await callerOf(office, 'admin'), { requestId: newId(), personId: 'new-head' });
    expect(await membersOf(id)).toEqual(before);
  });
});

describe('the lists', () => {
  it('tell what is overdue by the clock alone', async () => {
    const { id } = await directed();
    const overdue = async (isOverdue: boolean) =>
      (await listDocuments(office, await callerOf(office, 'clerk'), { box: 'register', isOverdue })).items.map(
        (row) => row.id,
      );
    expect([await overdue(true), await overdue(false)]).toEqual([[], [id]]);
    office.clock.set(new Date('2026-03-20T10:00:00.001Z'));
    expect([await overdue(true), await overdue(false)]).toEqual([[id], []]);
  });

  it('show one unit’s documents, and what I had a part in', async () => {
    const { id } = await directed();
    const other = await putLetter(office);
    const clerk = await callerOf(office, 'clerk');
    expect((await listDocuments(office, clerk, { box: 'register', unitId: 'finance' })).items).toMatchObject([{ id }]);
    expect((await listDocuments(office, clerk, { box: 'register', unitId: 'statistics' })).items).toEqual([]);
    const mine = async (person: PersonName) =>
      (await listDocuments(office, await callerOf(office, person), { box: 'mine' })).items.map((row) => row.id);
    expect(await mine('clerk')).toEqual([other.id, id]);
    expect(await mine('leader')).toEqual([id]);
    expect(await mine('deputy-leader')).toEqual([]);
  });
});
