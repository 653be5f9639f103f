import { createGroup } from '@congso/domain/chat/groups/create-group';
import { COLLECTIONS } from '@congso/domain/collections';
import type { Office } from '@congso/domain/office/office';
import { openSession } from '@congso/domain/sessions/open-session';
import { pullStream } from '@congso/domain/sync/pull-stream';
import { type OfficeOfProcesses, startOffice } from '../../support/office/start-office.ts';
import { addPerson, buildOffice, callerOf } from '../../support/people/build-office.ts';

/** An office of processes with many people: one of them is abused against, another abuses. */
export type CrowdedOffice = {
  readonly office: OfficeOfProcesses;
  readonly url: string;
  /** Everybody's id, the abuser's last. */
  readonly personIds: readonly string[];
  /** Whoever only wants to say something, their group, and who reads it. */
  readonly victim: { readonly tokens: readonly string[]; readonly conversationId: string };
  readonly abuser: { readonly token: string; readonly conversationId: string };
};

/** So many are in the victim's group; the abuser is not. */
const IN_GROUP = 20;
const READERS = 3;

/** One server, the workers and their stores, on fresh folders, with so many people who all have a stream. */
export async function openCrowdedOffice(people: number): Promise<CrowdedOffice> {
  const office = await startOffice({ parts: ['workers'], isFounded: false, env: { LOG_LEVEL: 'error' } });
  const { inside } = office;
  await buildOffice(inside);
  const personIds = Array.from({ length: people }, (_, index) => `person-${index}`);
  for (const id of personIds) await addPerson(inside, id, `Nguyễn Văn ${id}`, 'finance', ['officer']);
  await Promise.all(personIds.map((id) => pullStream(inside, id, null)));
  const abuserId = personIds.at(-1) ?? '';
  const readers = personIds.slice(0, READERS + 1);
  const tokens = await Promise.all(readers.map((id) => openToken(inside, id)));
  const conversationId = await makeGroup(inside, personIds.slice(0, IN_GROUP));
  const abuser = {
    token: await openToken(inside, abuserId),
    conversationId: await makeGroup(inside, personIds.toReversed()),
  };
  await inside.relay.settled();
  return { office, url: office.urls[0] ?? '', personIds, victim: { tokens, conversationId }, abuser };
}

const openToken = async (office: Office, id: string) => (await openSession(office, id, 'token', 'load')).secret;

async function makeGroup(office: Office, [first = '', ...memberIds]: readonly string[]): Promise<string> {
  const group = { requestId: `request-of-${first}`, name: 'Hội trường', memberIds: memberIds.slice(0, 999) };
  return (await createGroup(office, await callerOf(office, first), group)).id;
}

/** How many changes are written and not told yet, of the whole office. */
export async function countUntold({ inside }: OfficeOfProcesses): Promise<number> {
  const counts = COLLECTIONS.map((collection) =>
    collection.of(inside).collection.countDocuments({ 'outbox.0': { $exists: true } }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
