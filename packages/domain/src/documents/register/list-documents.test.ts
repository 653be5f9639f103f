import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDesk } from '../desk/list-desk.ts';
import { type DocumentDoc, documents } from '../document-model.ts';
import { listDocuments } from './list-documents.ts';

const OLD = 1_000;
const OPEN = 6;

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

/** A letter that went the whole way to an officer, `OLD` times in the years before; then `OPEN` of today. */
async function fillRegister(): Promise<void> {
  const { id } = await putLetter(office);
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
  await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
  await office.relay.settled();
  const one = await documents.of(office).findOne({ _id: id }).lean<DocumentDoc>();
  if (!one?.slip) throw new Error('the letter has no slip');
  const steps = one.slip.steps.map((step) => ({ ...step, status: 'done' }));
  await documents.of(office).insertMany(
    Array.from({ length: OLD }, (_, index) => ({
      ...one,
      _id: `old-${index}`,
      state: 'completed',
      year: 2024 + (index % 2),
      arrivalNumber: index + 1,
      slip: { ...one.slip, steps },
    })),
  );
  for (let count = 0; count < OPEN; count += 1) await putLetter(office);
}

/** How many documents the database reads while somebody asks. */
async function countRead(run: () => Promise<unknown>): Promise<number> {
  const explained = await explainQueries(office, run);
  return explained
    .filter(({ collection }) => collection === 'documents')
    .reduce((sum, { examined }) => sum + examined, 0);
}

describe('among years of letters', () => {
  it('a page of the register reads that page, for a clerk and a head, at its beginning and deep in it', async () => {
    await fillRegister();
    for (const person of ['clerk', 'leader', 'planning-head', 'planning-officer']) {
      const caller = await callerOf(office, person);
      for (const cursor of [undefined, '2025.500']) {
        const page = { box: 'register', limit: 20, ...(cursor && { cursor }) } as const;
        expect(await countRead(() => listDocuments(office, caller, page)), `${person} ${cursor}`).toBeLessThan(100);
      }
    }
  });

  it('what waits is looked for among what is open, and is all found', async () => {
    await fillRegister();
    for (const [person, waiting] of [
      ['clerk', OPEN],
      ['leader', 0],
      ['planning-head', 0],
      ['planning-officer', 1],
    ] as const) {
      const caller = await callerOf(office, person);
      expect(await listDesk(office, caller, 50), person).toHaveLength(waiting);
      expect(await countRead(() => listDesk(office, caller, 50)), person).toBeLessThan(3 * OPEN);
      expect(await countRead(() => listDocuments(office, caller, { box: 'desk' })), person).toBeLessThan(3 * OPEN);
    }
  });
});
