import type { Conversation } from '@congso/contract/chat';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeConversation, conversationsOptions, findListed, followRead, markRead } from './held-conversations.ts';

const ID = 'group';
let queries: QueryClient;
/** What the office holds, how often each question came, and what is done before a question is answered. */
let office: { conversation: Conversation; asked: string[]; beforeAnswer: () => void };

beforeEach(async () => {
  queries = new QueryClient();
  office = { conversation: conversationAt(10), asked: [], beforeAnswer: () => undefined };
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    const name = address.replace('/api/', '');
    office.asked.push(name);
    if (name === 'conversations.markRead') read((JSON.parse(body) as { seq: number }).seq);
    const conversation = { ...office.conversation };
    office.beforeAnswer();
    office.beforeAnswer = () => undefined;
    if (name === 'conversations.list') return Response.json({ conversations: [conversation] });
    return Response.json(conversation);
  });
  await queries.fetchQuery(conversationsOptions);
  office.asked = [];
});
afterEach(() => vi.unstubAllGlobals());

function conversationAt(head: number): Conversation {
  return {
    ...{ id: ID, kind: 'group', name: 'Nhóm', subjectId: null, memberIds: ['an', 'binh'], membersVersion: 1 },
    ...{ head, readSeq: 0, unread: head, latest: null, activeAt: '2026-03-10T03:00:00.000Z', canManage: false },
  };
}
const read = (readSeq: number) =>
  Object.assign(office.conversation, { readSeq, unread: office.conversation.head - readSeq });
/** Somebody says one more, and the line tells it. */
const tell = () => {
  const { head, unread } = office.conversation;
  Object.assign(office.conversation, { head: head + 1, unread: unread + 1 });
  const held = findListed(queries, ID);
  changeConversation(queries, ID, { head: head + 1, unread: (held?.unread ?? 0) + 1 });
};
const held = () => {
  const { head, readSeq, unread } = findListed(queries, ID) ?? conversationAt(0);
  return { head, readSeq, unread };
};

it('what I read here is told with one question, and the mark that comes back asks for nothing', async () => {
  await markRead(queries, ID, 10);
  await followRead(queries, ID, 10);
  expect(office.asked).toEqual(['conversations.markRead']);
  expect(held()).toEqual({ head: 10, readSeq: 10, unread: 0 });
});

it('what I read on another device is read here, and only that conversation is asked for', async () => {
  read(8);
  await followRead(queries, ID, 8);
  expect(office.asked).toEqual(['conversations.get']);
  expect(held()).toEqual({ head: 10, readSeq: 8, unread: 2 });
});

it('what is said while I mark the rest as read stays unread', async () => {
  office.beforeAnswer = tell;
  await markRead(queries, ID, 10);
  expect(held()).toEqual({ head: 11, readSeq: 10, unread: 1 });
});

it('a list that was read before a message was told does not take it back', async () => {
  office.beforeAnswer = tell;
  await queries.fetchQuery(conversationsOptions);
  expect(held()).toEqual({ head: 11, readSeq: 0, unread: 11 });
});
