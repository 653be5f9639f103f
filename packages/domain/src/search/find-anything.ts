import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { fold } from '@congso/language/fold';
import { fullName } from '@congso/language/names';
import { listConversations } from '../chat/list-conversations.ts';
import { listDocuments } from '../documents/register/list-documents.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listPeople } from '../people/directory/list-people.ts';
import { listTasks } from '../tasks/list-tasks.ts';

type Hits = CommandOutput<'search.find'>['hits'];
const MOST = 8;

/**
 * People, conversations, documents and tasks by words, marks ignored. Each noun's own list is asked, so nothing is
 * found that its gate would not show.
 */
export async function findAnything(
  office: Office,
  caller: Caller,
  { text }: CommandInput<'search.find'>,
): Promise<CommandOutput<'search.find'>> {
  const found = await Promise.all([
    findPeople(office, caller, text),
    findConversations(office, caller, text),
    findDocuments(office, caller, text),
    findTasks(office, caller, text),
  ]);
  return { hits: found.flat() };
}

async function findPeople(office: Office, caller: Caller, text: string): Promise<Hits> {
  const { items } = await listPeople(office, caller, { text, limit: MOST });
  return items.map((person) => ({ kind: 'person', id: person.id, title: fullName(person), detail: person.title }));
}

async function findConversations(office: Office, caller: Caller, text: string): Promise<Hits> {
  const { conversations } = await listConversations(office, caller, {});
  const words = fold(text);
  return conversations
    .filter(({ name }) => name !== null && fold(name).includes(words))
    .slice(0, MOST)
    .map(({ id, name }) => ({ kind: 'conversation', id, title: name ?? '', detail: '' }));
}

async function findDocuments(office: Office, caller: Caller, text: string): Promise<Hits> {
  const { items } = await listDocuments(office, caller, { box: 'register', text, limit: MOST });
  return items.map((document) => ({
    kind: 'document',
    id: document.id,
    title: document.subject,
    detail: `${document.arrivalNumber ?? ''} · ${document.codeNumber}/${document.codeNotation} · ${document.issuer}`,
  }));
}

async function findTasks(office: Office, caller: Caller, text: string): Promise<Hits> {
  const { items } = await listTasks(office, caller, { box: 'all', text, limit: MOST });
  return items.map((task) => ({ kind: 'task', id: task.id, title: task.title, detail: task.dueDate ?? '' }));
}
