import { randomUUID } from 'node:crypto';
import { type Abuse, again, type Given } from './abuse.ts';
import { sendRequest } from './send-request.ts';

const act = ({ url, token }: Given, name: string, input: object) => {
  const body = JSON.stringify({ requestId: randomUUID(), ...input });
  return sendRequest(url, `/api/${name}`, { method: 'POST', token, body });
};

/** Groups of a thousand, as many as one may make. */
export const createGroups: Abuse = (given, note) =>
  again(given, async () =>
    note(await act(given, 'conversations.createGroup', { name: 'Nhóm', memberIds: given.personIds.slice(0, 999) })),
  );

/** The name of a group of a thousand, again and again. */
export const renameGroup: Abuse = (given, note) =>
  again(given, async (lane, round) => {
    const { conversationId } = given;
    note(await act(given, 'conversations.rename', { conversationId, name: `Nhóm ${lane} ${round}` }));
  });

/** Tasks that each concern fifty people. */
export const assignTasks: Abuse = (given, note) =>
  again(given, async () => {
    const [leadId, ...others] = given.personIds;
    note(await act(given, 'tasks.create', { title: 'Việc', leadId, coordinatorIds: others.slice(0, 50), due: null }));
  });

/** Messages in a group of a thousand. */
export const sendMessages: Abuse = (given, note) =>
  again(given, async () => {
    const { conversationId } = given;
    note(await act(given, 'messages.send', { conversationId, clientId: randomUUID(), text: 'Chào' }));
  });
