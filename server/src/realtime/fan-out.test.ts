import type { ConversationFact } from '@congso/contract/chat';
import { createGroup } from '@congso/domain/chat/groups/create-group';
import { sendMessage } from '@congso/domain/messages/send-message';
import { newId } from '@congso/domain/office/ids';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OfficeSockets } from '../socket/open-socket.ts';
import { createFanOut } from './fan-out.ts';
import type { Members } from './members.ts';

let office: TestOffice;
let groupId: string;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  const group = { requestId: newId(), name: 'Nhóm', memberIds: ['planning-officer'] };
  groupId = (await createGroup(office, await callerOf(office, 'planning-head'), group)).id;
  await office.relay.settled();
});
afterEach(() => closeTestOffice(office));

/** The founding of the group, which is as new here as all that follows, and so is told with it. */
const FOUNDED = 1;

const say = async (text: string) => {
  const message = { conversationId: groupId, clientId: newId(), text, fileIds: [], replyTo: null };
  return (await sendMessage(office, await callerOf(office, 'planning-head'), message)).fact;
};

/** A fan-out whose sockets only note what they are told, with members as they are told here. */
function openFanOut(roomsOf: Members['roomsOf']) {
  const told: number[] = [];
  const toldTo: Record<string, number[]> = {};
  const to = (rooms: string[]) => ({
    emit: (_event: string, { facts }: { facts: ConversationFact[] }) => {
      const numbers = facts.map(({ seq }) => seq);
      told.push(...numbers);
      for (const room of rooms) toldTo[room] = [...(toldTo[room] ?? []), ...numbers];
    },
  });
  return { told, toldTo, fanOut: createFanOut({ to } as unknown as OfficeSockets, office, { roomsOf }) };
}

it('a fact is told in whatever turn it comes while another is being told', async () => {
  const [begin, first, second] = [await say('không'), await say('một'), await say('hai')];
  for (let turns = 0; turns < 20; turns += 1) {
    const { told, fanOut } = openFanOut(async () => ['person:planning-officer']);
    const hear = (fact: ConversationFact) => fanOut.hear({ conversationId: groupId, membersVersion: 1, facts: [fact] });
    hear(begin);
    await vi.waitFor(() => expect(told).toEqual([FOUNDED, begin.seq]));
    hear(first);
    for (let turn = 0; turn < turns; turn += 1) await null;
    hear(second);
    for (let turn = 0; turn < 50; turn += 1) await null;
    expect([turns, ...told.slice(2)]).toEqual([turns, first.seq, second.seq]);
  }
});

it('what this process wrote itself does not overtake what another wrote just before', async () => {
  const [first, second] = [await say('một'), await say('hai')];
  const { told, fanOut } = openFanOut(async () => ['person:planning-officer']);
  fanOut.hear({ conversationId: groupId, membersVersion: 1, facts: [second] });
  fanOut.hear({ conversationId: groupId, membersVersion: 1, facts: [first] });
  await vi.waitFor(() => expect(told).toEqual([FOUNDED, first.seq, second.seq]));
});

it('what is heard while the members are read is not told to who was removed before it was written', async () => {
  const [first, second] = [await say('một'), await say('hai')];
  let answer: () => void = () => undefined;
  const isRead = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { told, toldTo, fanOut } = openFanOut(async (_id, membersVersion) => {
    if (membersVersion > 1) return ['person:planning-head'];
    await isRead;
    return ['person:planning-head', 'person:planning-officer'];
  });
  fanOut.hear({ conversationId: groupId, membersVersion: 1, facts: [first] });
  fanOut.hear({ conversationId: groupId, membersVersion: 2, facts: [second] });
  answer();
  await vi.waitFor(() => expect(told).toEqual([FOUNDED, first.seq, second.seq]));
  expect(toldTo['person:planning-officer']).toEqual([FOUNDED, first.seq]);
});

it('members that could not be read are, before anything else is told to them', async () => {
  const [first, second] = [await say('một'), await say('hai')];
  const asked: number[] = [];
  const { told, fanOut } = openFanOut(async (_id, membersVersion) => {
    asked.push(membersVersion);
    if (asked.length === 1) throw new Error('the database is away');
    return ['person:planning-officer'];
  });
  fanOut.hear({ conversationId: groupId, membersVersion: 7, facts: [second] });
  await vi.waitFor(() => expect(asked).toEqual([7]));
  // Written before, told later: it must not show the members of version 6 what was written under 7.
  fanOut.hear({ conversationId: groupId, membersVersion: 6, facts: [first] });
  await vi.waitFor(() => expect(told).toEqual([FOUNDED, first.seq, second.seq]));
  expect(asked).toEqual([7, 7]);
});

it('what could not be told while the database was away is told by the first sweep after it, however long it was', async () => {
  const fact = await say('trước khi mất');
  let isAway = true;
  const { told, fanOut } = openFanOut(async () => {
    if (isAway) throw new Error('the database is away');
    return ['person:planning-officer'];
  });
  const clock = vi.spyOn(performance, 'now');
  const machine = vi.spyOn(Date, 'now');
  const begun = [performance.now(), Date.now()] as const;
  const pass = (seconds: number) => {
    clock.mockReturnValue(begun[0] + seconds * 1_000);
    machine.mockReturnValue(begun[1] + seconds * 1_000);
  };
  fanOut.hear({ conversationId: groupId, membersVersion: 1, facts: [fact] });
  for (const seconds of [3, 6, 30, 60]) {
    pass(seconds);
    await fanOut.sweep(8_000);
  }
  expect(told).toEqual([]);
  isAway = false;
  pass(63);
  await fanOut.sweep(8_000);
  vi.restoreAllMocks();
  await vi.waitFor(() => expect(told).toContain(fact.seq));
});

it('what belongs to nobody is told to nobody: no rooms would be everybody’s', async () => {
  const fact = await say('một');
  const roomsOf = vi.fn(async () => []);
  const { told, fanOut } = openFanOut(roomsOf);
  fanOut.hear({ conversationId: groupId, membersVersion: 1, facts: [fact] });
  await vi.waitFor(() => expect(roomsOf).toHaveBeenCalled());
  for (let turn = 0; turn < 50; turn += 1) await null;
  expect(told).toEqual([]);
});
