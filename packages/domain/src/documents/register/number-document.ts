import type { DocumentFields } from '@congso/contract/documents';
import type { Workflow } from '@congso/contract/workflow';
import { yearOf } from '@congso/language/dates';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { requestKey } from '../../outbox/aggregate.ts';
import { buildOutboxEntry } from '../../outbox/outbox-entry.ts';
import { isDuplicateKey } from '../../stores/mongo.ts';
import { createOneByOne, type OneByOne } from '../../stores/one-by-one.ts';
import { getIncomingWorkflow } from '../../workflow/find-workflow.ts';
import { listReaderIds } from '../access.ts';
import { type DocumentDoc, documents, rowsOf } from '../document-model.ts';
import { startSlip } from '../slip/start-slip.ts';
import { letterKeyOf, searchKeyOf } from './letter-keys.ts';
import { registrationInstant } from './registration-instant.ts';

/** Each lost race means that another process has registered something; so many in a row is no race any more. */
const MAX_TRIES = 200;
const queues = new WeakMap<Office, Map<string, OneByOne>>();

/**
 * Gives a draft the next number of its register (protocol R). Inside a process one registration follows the
 * other, which is an order of magnitude faster than letting them collide; between processes the unique index decides.
 * A document that has its number already is answered as it is.
 *
 * @throws Refusal CLOCK_BEHIND; UNAVAILABLE when other processes kept winning.
 */
export async function numberDocument(
  office: Office,
  caller: Caller,
  draft: DocumentDoc,
  fields: DocumentFields,
  requestId: string,
): Promise<DocumentDoc> {
  // Asked before the queue: what waits in it waits only for numbers.
  const workflow = await getIncomingWorkflow(office);
  const readers = await listReaderIds(office, []);
  const oneByOne = queueOf(office, draft.register);
  return oneByOne(async () => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const place = await nextPlace(office, draft.register);
      const numbered = await take(office, caller, draft, { fields, requestId, workflow, readers, ...place });
      if (numbered) return numbered;
    }
    throw new Refusal('UNAVAILABLE');
  });
}

function queueOf(office: Office, register: string): OneByOne {
  const ofOffice = queues.get(office) ?? new Map<string, OneByOne>();
  queues.set(office, ofOffice);
  const queue = ofOffice.get(register) ?? createOneByOne();
  ofOffice.set(register, queue);
  return queue;
}

type Place = { year: number; arrivalNumber: number; registeredAt: Date };

/** The place after the last row, as the index has it now. */
async function nextPlace(office: Office, register: string): Promise<Place> {
  const last = await documents
    .of(office)
    .findOne(rowsOf(register), { year: 1, arrivalNumber: 1, registeredAt: 1 })
    .sort({ year: -1, arrivalNumber: -1 })
    .lean<Pick<DocumentDoc, 'year' | 'arrivalNumber' | 'registeredAt'>>();
  const registeredAt = registrationInstant(office.clock.now(), last?.registeredAt ?? null);
  const year = yearOf(registeredAt);
  return { year, arrivalNumber: last?.year === year ? (last.arrivalNumber ?? 0) + 1 : 1, registeredAt };
}

type Entry = Place & { fields: DocumentFields; requestId: string; workflow: Workflow; readers: string[] };

/** The one write. Null when another process took the place first. */
async function take(office: Office, caller: Caller, draft: DocumentDoc, entry: Entry): Promise<DocumentDoc | null> {
  const { fields, requestId, workflow, readers, ...place } = entry;
  const model = documents.of(office);
  const version = draft.version + 1;
  const told = buildOutboxEntry(version, caller, office.clock.now(), {
    action: 'registered',
    from: 'draft',
    to: 'registered',
    occurredAt: place.registeredAt,
    details: {
      ...fields,
      year: place.year,
      arrivalNumber: place.arrivalNumber,
      arrivalDate: draft.arrivalDate,
      mailId: draft.mailId,
    },
    facts: [{ name: 'document.registered', payload: { documentId: draft._id } }],
    marks: [{ to: [...new Set([...readers, caller.personId])], kind: 'document' }],
  });
  const set = {
    ...fields,
    ...place,
    version,
    state: 'registered' as const,
    searchKey: searchKeyOf(fields, place.arrivalNumber),
    letterKey: letterKeyOf(fields),
    slip: startSlip(workflow, draft._id, caller.personId, place.registeredAt),
  };
  try {
    const numbered = await model
      .findOneAndUpdate(
        { _id: draft._id, state: 'draft' },
        { $set: set, $push: { outbox: told, requestIds: requestKey(caller, requestId) } },
        { returnDocument: 'after' },
      )
      .lean<DocumentDoc>();
    if (numbered) {
      office.relay.start(documents, numbered);
      return numbered;
    }
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    // The reply may be lost and the write not: the document itself knows.
    const current = await model.findOne({ _id: draft._id }).lean<DocumentDoc>();
    if (current && current.state !== 'draft') return current;
    throw error;
  }
  // No draft any more: somebody else registered the same letter. Theirs is the number.
  const current = await model.findOne({ _id: draft._id }).lean<DocumentDoc>();
  if (!current) throw new Error('a drafted document vanished');
  return current;
}
