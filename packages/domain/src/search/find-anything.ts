import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Hit } from '@congso/contract/sync';
import { searchWords } from '@congso/language/fold';
import { searchConversations } from '../chat/list-conversations.ts';
import { listDocuments } from '../documents/register/list-documents.ts';
import { searchNotices } from '../notices/list-notices.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listPeople } from '../people/directory/list-people.ts';
import { listTasks } from '../tasks/list-tasks.ts';

const MOST = 8;

/**
 * People, conversations, documents, tasks and notices by words, marks ignored. Each noun is asked itself, so nothing is
 * found that its gate would not show.
 */
export async function findAnything(
  office: Office,
  caller: Caller,
  { text }: CommandInput<'search.find'>,
): Promise<CommandOutput<'search.find'>> {
  if (searchWords(text).length === 0) return { hits: [] };
  const found = await Promise.all([
    findPeople(office, caller, text),
    findConversations(office, caller, text),
    findDocuments(office, caller, text),
    findTasks(office, caller, text),
    findNotices(office, caller, text),
  ]);
  return { hits: found.flat() };
}

async function findPeople(office: Office, caller: Caller, text: string): Promise<Hit[]> {
  const { items } = await listPeople(office, caller, { text, limit: MOST });
  return items.map(({ id, familyMiddle, given, title, unitId }) => {
    return { kind: 'person', id, familyMiddle, given, title, unitId };
  });
}

async function findConversations(office: Office, caller: Caller, text: string): Promise<Hit[]> {
  const found = await searchConversations(office, caller, text, MOST);
  return found.map(({ _id: id, name }) => ({ kind: 'conversation', id, name }));
}

async function findDocuments(office: Office, caller: Caller, text: string): Promise<Hit[]> {
  const { items } = await listDocuments(office, caller, { box: 'register', text, limit: MOST });
  return items.map(({ id, subject, arrivalNumber, year, codeNumber, codeNotation, issuer }) => {
    return { kind: 'document', id, subject, arrivalNumber, year, codeNumber, codeNotation, issuer };
  });
}

async function findTasks(office: Office, caller: Caller, text: string): Promise<Hit[]> {
  const { items } = await listTasks(office, caller, { box: 'all', text, limit: MOST });
  return items.map(({ id, title, dueDate }) => ({ kind: 'task', id, title, dueDate }));
}

async function findNotices(office: Office, caller: Caller, text: string): Promise<Hit[]> {
  const found = await searchNotices(office, caller, text, MOST);
  return found.map(({ _id: id, title, publishedAt }) => {
    return { kind: 'notice', id, title, publishedAt: publishedAt.toISOString() };
  });
}
