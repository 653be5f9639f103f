import { addPerson, buildOffice, callerOf, type PersonName, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listMessages } from '../messages/list-messages.ts';
import { markRead } from '../messages/reading/mark-read.ts';
import { sendMessage } from '../messages/send-message.ts';
import { derivedId, newId, privateId } from '../office/ids.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { relayAggregate } from '../outbox/relay.ts';
import { appoint } from '../people/appointments/appoint.ts';
import { people } from '../people/person-model.ts';
import { pullStream } from '../sync/pull-stream.ts';
import { findConversation, findConversationAccess } from './access.ts';
import { conversations } from './conversation-model.ts';
import { followAppointment, followDeactivation, followUnit } from './follow-people.ts';
import { addMembers } from './groups/add-members.ts';
import { createGroup } from './groups/create-group.ts';
import { leaveConversation, removeMember } from './groups/remove-member.ts';
import { renameConversation } from './groups/rename-conversation.ts';
import { getConversation, listConversations } from './list-conversations.ts';
import { openDirect } from './open-direct.ts';
import { ensureSubjectConversation } from './set-conversation-members.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (who: string) => callerOf(office, who);
const makeGroup = async (
  memberIds: PersonName[] = ['planning-officer', 'finance-officer'],
  requestId = 'make-group-1',
) => {
  const made = await createGroup(office, await as('planning-head'), { requestId, name: 'Tổ công tác', memberIds });
  await office.relay.settled();
  return made;
};
const cause = { id: 'person:planning-officer:2', actorId: null, at: new Date() };
const say = async (who: string, conversationId: string, text = 'xin chào') =>
  sendMessage(office, await as(who), { conversationId, clientId: newId(), text, fileIds: [], replyTo: null });
const close = (who: PersonName) =>
  changeAggregate(office, people, who, { personId: 'admin' }, null, () => ({
    set: { isActive: false },
    story: { action: 'deactivated' },
  }));

/** Everything a conversation can be asked for; each must refuse an outsider as if it did not exist. */
const attempts = async (who: string, conversationId: string) => {
  const caller = await as(who);
  const on = { conversationId, requestId: newId() };
  return {
    get: getConversation(office, caller, { conversationId }),
    read: listMessages(office, caller, { conversationId }),
    markRead: markRead(office, caller, { conversationId, seq: 1 }),
    send: say(who, conversationId),
    rename: renameConversation(office, caller, { ...on, name: 'Khác' }),
    add: addMembers(office, caller, { ...on, memberIds: ['clerk'] }),
    remove: removeMember(office, caller, { ...on, personId: 'planning-officer' }),
    leave: leaveConversation(office, caller, on),
  };
};
const refusals = async (who: string, conversationId: string) => {
  const asked = await attempts(who, conversationId);
  const settled = await Promise.allSettled(Object.values(asked));
  return settled.map((one) => (one.status === 'rejected' ? one.reason.code : 'allowed'));
};
const allRefused = Array.from({ length: 8 }, () => 'NOT_FOUND');

describe('who is in a conversation', () => {
  it.each(['finance-head', 'admin', 'leader', 'clerk', 'statistics-officer'])(
    '%s is an outsider of a group and gets nothing of it, not even that it exists',
    async (who) => {
      const { id } = await makeGroup();
      expect(await refusals(who, id)).toEqual(allRefused);
      expect(await refusals(who, 'no-such-conversation')).toEqual(allRefused);
    },
  );

  it('a member who was removed gets nothing of it any more', async () => {
    const { id } = await makeGroup();
    await removeMember(office, await as('planning-head'), {
      conversationId: id,
      requestId: 'remove-1-1',
      personId: 'finance-officer',
    });
    expect(await refusals('finance-officer', id)).toEqual(allRefused);
    expect((await listConversations(office, await as('finance-officer'), {})).conversations).toEqual([]);
  });

  it.each([
    ['made the group', 'planning-head'],
    ['renamed it', 'planning-head'],
    ['brought somebody in', 'planning-head'],
    ['took somebody out', 'planning-head'],
  ])('a repeat by somebody who %s and has left since is answered as an outsider’s', async (what, who) => {
    const { id } = await makeGroup();
    const manager = await as(who);
    const on = { conversationId: id, requestId: 'before-1' };
    const repeats: Record<string, () => Promise<unknown>> = {
      'made the group': () => makeGroup(),
      'renamed it': () => renameConversation(office, manager, { ...on, name: 'Tên mới' }),
      'brought somebody in': () => addMembers(office, manager, { ...on, memberIds: ['clerk'] }),
      'took somebody out': () => removeMember(office, manager, { ...on, personId: 'finance-officer' }),
    };
    const repeat = repeats[what] as () => Promise<unknown>;
    await repeat();
    const leave = { conversationId: id, requestId: 'leave-1-1' };
    await leaveConversation(office, manager, leave);
    await say('planning-officer', id, 'không cho người đã rời đọc');
    await expect(repeat()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // To have left is no secret from who left.
    expect(await leaveConversation(office, manager, leave)).toEqual({});
  });

  it('a unit’s conversation belongs to its own people: not to the unit above, below or beside, not to the deputy leader', async () => {
    await followUnit(office, { unitId: 'planning' });
    const mayRead = async (who: string) =>
      (await findConversationAccess(office, await as(who), 'unit:planning')) !== null;
    expect(await mayRead('planning-officer')).toBe(true);
    expect(await mayRead('planning-deputy')).toBe(true);
    for (const outsider of ['statistics-officer', 'finance-officer', 'deputy-leader', 'leader', 'admin', 'clerk']) {
      expect(await mayRead(outsider), outsider).toBe(false);
    }
  });

  it('a transfer makes the old unit’s conversation unreadable at once, before anything follows from it', async () => {
    await followUnit(office, { unitId: 'planning' });
    await followUnit(office, { unitId: 'finance' });
    await say('planning-officer', 'unit:planning');
    await transfer(office, 'planning-officer', 'finance', ['officer']);
    expect(await refusals('planning-officer', 'unit:planning')).toEqual(allRefused);
    await say('planning-officer', 'unit:finance', 'phòng mới');
    const { memberIds } = await getConversation(office, await as('finance-head'), { conversationId: 'unit:finance' });
    expect(memberIds).toContain('planning-officer');
  });

  it('plain members do not manage a group', async () => {
    const { id } = await makeGroup();
    const asked = await attempts('planning-officer', id);
    const codes = await Promise.allSettled([asked.rename, asked.add, asked.remove]);
    expect(codes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(Array(3).fill('FORBIDDEN'));
    await Promise.allSettled(Object.values(asked));
  });

  it('the members of a unit’s, a task’s or a direct conversation cannot be changed from here', async () => {
    await followUnit(office, { unitId: 'planning' });
    const direct = await openDirect(office, await as('planning-officer'), { personId: 'clerk' });
    for (const conversationId of ['unit:planning', direct.id]) {
      const on = { conversationId, requestId: newId() };
      const caller = await as('planning-officer');
      await expect(leaveConversation(office, caller, on)).rejects.toMatchObject({ code: 'WRONG_STATE' });
      await expect(addMembers(office, caller, { ...on, memberIds: ['leader'] })).rejects.toMatchObject({
        code: 'WRONG_STATE',
      });
    }
  });
});

describe('a direct conversation', () => {
  it('is the same for both, opened twice and by each', async () => {
    const mine = await openDirect(office, await as('clerk'), { personId: 'leader' });
    expect((await openDirect(office, await as('clerk'), { personId: 'leader' })).id).toBe(mine.id);
    expect((await openDirect(office, await as('leader'), { personId: 'clerk' })).id).toBe(mine.id);
  });

  it('has an id that nobody outside computes from its two people, and a different one in every office', async () => {
    const { id } = await openDirect(office, await as('clerk'), { personId: 'leader' });
    expect(id).not.toBe(derivedId('direct', 'clerk', 'leader'));
    const elsewhere = Object.assign(Object.create(office), { secret: Buffer.alloc(32) });
    expect(id).not.toBe(privateId(elsewhere, 'direct', 'clerk', 'leader'));
  });

  it('from before this office had a secret stays the conversation of the two', async () => {
    const { id } = await openDirect(office, await as('clerk'), { personId: 'leader' });
    const made = await conversations.of(office).findOne({ _id: id }).lean();
    const earlier = { ...made, _id: derivedId('direct', 'clerk', 'leader') };
    await conversations.of(office).deleteOne({ _id: id });
    await conversations.of(office).create(earlier);
    expect((await openDirect(office, await as('leader'), { personId: 'clerk' })).id).toBe(earlier._id);
  });

  it('is shown to the other with the first message, not before', async () => {
    const { id } = await openDirect(office, await as('clerk'), { personId: 'leader' });
    const listedBy = async (who: string) =>
      (await listConversations(office, await as(who), {})).conversations.map((one) => one.id);
    expect(await listedBy('clerk')).toEqual([id]);
    expect(await listedBy('leader')).toEqual([]);
    await say('clerk', id);
    expect(await listedBy('leader')).toEqual([id]);
  });

  it('with oneself, with nobody, or newly with somebody who left is refused; an old one stays readable', async () => {
    const clerk = await as('clerk');
    await expect(openDirect(office, clerk, { personId: 'clerk' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(openDirect(office, clerk, { personId: 'nobody' })).rejects.toMatchObject({ code: 'PERSON_INACTIVE' });
    const old = await openDirect(office, clerk, { personId: 'leader' });
    await close('leader');
    await close('finance-head');
    expect((await openDirect(office, clerk, { personId: 'leader' })).id).toBe(old.id);
    await expect(openDirect(office, clerk, { personId: 'finance-head' })).rejects.toMatchObject({
      code: 'PERSON_INACTIVE',
    });
  });
});

describe('a conversation with somebody who has left', () => {
  it('takes no message, which nobody would read; what was said stays, and what was accepted is answered again', async () => {
    const { id } = await openDirect(office, await as('clerk'), { personId: 'leader' });
    const clientId = newId();
    const accepted = { conversationId: id, clientId, text: 'Chào anh', fileIds: [], replyTo: null };
    const { fact } = await sendMessage(office, await as('clerk'), accepted);
    await close('leader');
    await expect(say('clerk', id)).rejects.toMatchObject({ code: 'PERSON_INACTIVE', field: 'conversationId' });
    expect(await sendMessage(office, await as('clerk'), accepted)).toEqual({ fact });
    const { facts } = await listMessages(office, await as('clerk'), { conversationId: id });
    expect(facts).toEqual([fact]);
    // To whoever is not in it, it is not there, whoever has left.
    await expect(say('finance-head', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes on when the account is opened again, and among several whoever leaves', async () => {
    const { id } = await openDirect(office, await as('clerk'), { personId: 'leader' });
    const group = await makeGroup();
    await close('leader');
    await close('finance-officer');
    await say('planning-head', group.id);
    await changeAggregate(office, people, 'leader', { personId: 'admin' }, null, () => ({
      set: { isActive: true },
      story: { action: 'reactivated' },
    }));
    expect((await say('clerk', id)).fact.seq).toBe(1);
  });
});

describe('a group', () => {
  it('made twice under one request is one, with its members told once', async () => {
    await pullStream(office, 'finance-officer', null);
    const one = await makeGroup();
    expect((await makeGroup()).id).toBe(one.id);
    const { facts } = await listMessages(office, await as('planning-officer'), { conversationId: one.id });
    expect(facts).toMatchObject([
      { kind: 'joined', memberIds: ['planning-head', 'planning-officer', 'finance-officer'] },
    ]);
    expect((await pullStream(office, 'finance-officer', 0)).marks).toEqual([
      { kind: 'conversation', id: one.id, version: 1 },
    ]);
  });

  it('renamed, joined and left twice under one request changes once, and each is a numbered fact', async () => {
    const { id } = await makeGroup();
    const head = await as('planning-head');
    for (let twice = 0; twice < 2; twice += 1) {
      await renameConversation(office, head, { conversationId: id, requestId: 'rename-1', name: 'Tên mới' });
      await addMembers(office, head, { conversationId: id, requestId: 'add-mem-1', memberIds: ['clerk', 'leader'] });
      await removeMember(office, head, { conversationId: id, requestId: 'remove-1', personId: 'leader' });
      await office.relay.settled();
    }
    const { facts, membersVersion } = await listMessages(office, head, { conversationId: id });
    expect(facts.map(({ kind, seq }) => `${seq} ${kind}`)).toEqual(['1 joined', '2 renamed', '3 joined', '4 left']);
    expect(membersVersion).toBe(3);
  });

  it('is not made by the hundred in a day, which would push everything else off the lists of others', async () => {
    for (let n = 0; n < 100; n += 1) await makeGroup(['finance-officer'], `make-group-${n}`);
    await expect(makeGroup(['finance-officer'], 'make-group-100')).rejects.toMatchObject({ code: 'TOO_MANY_TODAY' });
    expect(await makeGroup(['finance-officer'], 'make-group-0')).toMatchObject({ name: 'Tổ công tác' });
    office.clock.advance(24 * 60 * 60 * 1_000 + 1);
    await makeGroup(['finance-officer'], 'make-group-100');
  });

  it('does not take in unknown people or more than a group may hold', async () => {
    const { id } = await makeGroup();
    const add = async (memberIds: string[]) =>
      addMembers(office, await as('planning-head'), { conversationId: id, requestId: newId(), memberIds });
    await expect(add(['nobody'])).rejects.toMatchObject({ code: 'PERSON_INACTIVE' });
    for (let n = 0; n < 3; n += 1) await addPerson(office, `more-${n}`, `Người Thứ ${n}`, 'finance', ['officer']);
    expect((await add(['more-0', 'more-1', 'more-2'])).memberIds).toHaveLength(6);
  });

  it('whose manager leaves, or leaves the office, is managed by who came in next and still works here', async () => {
    const { id } = await makeGroup(['planning-officer', 'finance-officer']);
    await close('planning-officer');
    await leaveConversation(office, await as('planning-head'), { conversationId: id, requestId: 'leave-1-1' });
    const manages = async (who: string) =>
      (await getConversation(office, await as(who), { conversationId: id })).canManage;
    expect(await manages('finance-officer')).toBe(true);
    await addMembers(office, await as('finance-officer'), {
      conversationId: id,
      requestId: 'add-mem-2',
      memberIds: ['clerk'],
    });
    await close('finance-officer');
    await followDeactivation(office, { personId: 'finance-officer' }, { ...cause, id: 'person:finance-officer:2' });
    expect(await manages('clerk')).toBe(true);
  });
});

describe('the conversation of a subject', () => {
  const subject = { id: 'task:t1', kind: 'task' as const, subjectId: 't1' };
  const ensure = async (memberIds: PersonName[], name = 'Báo cáo quý') => {
    await ensureSubjectConversation(office, subject, async () => ({ name, memberIds }));
    await office.relay.settled();
  };

  it('made twice is one, and holds exactly whom it is said to; who comes, who goes and a new name are told', async () => {
    for (let twice = 0; twice < 2; twice += 1) await ensure(['clerk', 'leader']);
    await pullStream(office, 'leader', null);
    for (let twice = 0; twice < 2; twice += 1) await ensure(['finance-head', 'clerk'], 'Báo cáo năm');
    const { facts } = await listMessages(office, await as('clerk'), { conversationId: subject.id });
    expect(
      facts.map((fact) => [fact.kind, 'memberIds' in fact ? fact.memberIds : fact.kind === 'renamed' && fact.name]),
    ).toEqual([
      ['joined', ['clerk', 'leader']],
      ['joined', ['finance-head']],
      ['left', ['leader']],
      ['renamed', 'Báo cáo năm'],
    ]);
    expect(await findConversation(office, subject.id)).toMatchObject({
      name: 'Báo cáo năm',
      memberIds: ['clerk', 'finance-head'],
      membersVersion: 2,
    });
    expect(await refusals('leader', subject.id)).toEqual(allRefused);
    expect((await pullStream(office, 'leader', 0)).marks).toContainEqual(
      expect.objectContaining({ kind: 'conversation', id: subject.id }),
    );
  });

  it('ensured by two at once, each of whom knows another state of the subject, ends as the subject is', async () => {
    await ensure(['clerk']);
    let memberIds: PersonName[] = ['clerk', 'leader'];
    let asked = 0;
    await ensureSubjectConversation(office, subject, async () => {
      const seen = { name: 'Báo cáo quý', memberIds };
      asked += 1;
      if (asked === 1) {
        // Between the look at the subject and the write of its members it moves on, and somebody else is faster.
        memberIds = ['clerk', 'finance-head'];
        await ensure(memberIds);
      }
      return seen;
    });
    expect(asked).toBe(2);
    expect((await findConversation(office, subject.id))?.memberIds).toEqual(['clerk', 'finance-head']);
  });

  it('is listed once somebody said something in it', async () => {
    await ensure(['clerk']);
    const listed = async () => (await listConversations(office, await as('clerk'), {})).conversations.length;
    expect(await listed()).toBe(0);
    await say('clerk', subject.id);
    expect(await listed()).toBe(1);
  });

  it('made again, because the answer was lost, is answered although one of its people has left the office', async () => {
    const made = await makeGroup(['planning-officer', 'finance-officer']);
    await close('finance-officer');
    expect((await makeGroup(['planning-officer', 'finance-officer'])).id).toBe(made.id);
    await expect(makeGroup(['finance-officer'], 'make-group-2')).rejects.toMatchObject({ code: 'PERSON_INACTIVE' });
  });

  it('of a unit holds nothing unread for who is appointed to it, but what is said afterwards', async () => {
    await followUnit(office, { unitId: 'finance' });
    await say('finance-head', 'unit:finance', 'trước khi đến');
    const unreadOf = async (who: PersonName) =>
      (await getConversation(office, await as(who), { conversationId: 'unit:finance' })).unread;
    const admin = await as('admin');
    const wanted = { positionId: 'position', unitId: 'finance', isPrimary: false } as const;
    const late = Object.assign(Object.create(office), { relay: { start: () => undefined } });
    const onOfficer = { ...wanted, personId: 'planning-officer', roles: [] };
    await appoint(late, admin, { ...onOfficer, requestId: 'appoint-request-1' });
    office.clock.advance(1_000);
    await say('finance-head', 'unit:finance', 'sau khi đến');
    for (let twice = 0; twice < 2; twice += 1) await relayAggregate(office, people, 'planning-officer');
    expect(await unreadOf('planning-officer')).toBe(1);

    // Another role in the unit he has been in all along makes nobody a newcomer.
    expect(await unreadOf('finance-officer')).toBe(2);
    const promoted = { ...wanted, personId: 'finance-officer', roles: ['deputy' as const] };
    await appoint(office, admin, { ...promoted, requestId: 'appoint-request-2' });
    await office.relay.settled();
    expect(await unreadOf('finance-officer')).toBe(2);
  });

  it('of a unit takes its name, and its version rises with appointments: once for each', async () => {
    await followUnit(office, { unitId: 'planning' });
    expect(await findConversation(office, 'unit:planning')).toMatchObject({
      name: 'Phòng Kế hoạch',
      membersVersion: 1,
    });
    for (let twice = 0; twice < 2; twice += 1) {
      await followAppointment(
        office,
        { personId: 'planning-officer', unitIds: ['planning', 'not-yet'], enteredIds: [] },
        cause,
      );
    }
    expect(await findConversation(office, 'unit:planning')).toMatchObject({ membersVersion: 2 });
  });
});
