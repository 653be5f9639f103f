import type { OpenedDocument } from '@congso/contract/documents';
import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../office/refusal.ts';
import { pullStream } from '../../sync/pull-stream.ts';
import { getDocument } from '../open-document.ts';

const WATCHERS = [
  'clerk',
  'leader',
  'deputy-leader',
  'planning-head',
  'planning-officer',
  'finance-deputy',
  'admin',
] as const;
const ACTORS = [
  'clerk',
  'leader',
  'deputy-leader',
  'planning-head',
  'planning-officer',
  'planning-second-officer',
  'statistics-officer',
  'finance-head',
  'finance-officer',
] as const;

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

/** Numbers from a seed (mulberry32), so that a history that fails can be had again. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What a person's browser sees of a document: null when it is not theirs to see. */
const open = async (person: PersonName, documentId: string): Promise<OpenedDocument | null> => {
  try {
    return await getDocument(office, await callerOf(office, person), { documentId });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

it.each([1, 2])(
  'browsers that fetch only what was marked show what the office holds, after any history (seed %i)',
  async (seed) => {
    const chance = createChance(seed);
    const pick = <T>(from: readonly T[]): T => from[chance(from.length)] as T;
    const shown = new Map<PersonName, { cursor: number; document: OpenedDocument | null }>();
    for (const person of WATCHERS) {
      shown.set(person, { cursor: (await pullStream(office, person, null)).cursor, document: null });
    }
    const { id } = await putLetter(office);
    const taken: string[] = [];
    for (let step = 0; step < 40 && taken.length < 14; step += 1) {
      const actor = pick(ACTORS);
      const allowed = (await open(actor, id))?.allowedActions ?? [];
      if (allowed.length === 0) continue;
      const { action, stepId, assignee, candidateIds } = pick(allowed);
      const choice = {
        stepId,
        personId: assignee === 'person' ? pick(candidateIds) : null,
        leadUnitId: assignee === 'units' ? pick(['planning', 'finance']) : null,
        reason: 'Theo ý kiến chỉ đạo',
      };
      try {
        await act(office, actor, id, action, choice);
        taken.push(action);
      } catch (error) {
        // What is shown as possible is possible, but for a unit or a person that has the document already.
        expect(error).toMatchObject({ code: 'ALREADY_EXISTS' });
      }
      await office.relay.settled();
      for (const person of WATCHERS) {
        const before = shown.get(person) ?? { cursor: 0, document: null };
        const { cursor, marks } = await pullStream(office, person, before.cursor);
        const isMarked = marks.some((mark) => mark.kind === 'document' && mark.id === id);
        const document = isMarked ? await open(person, id) : before.document;
        expect(document, `${person} after ${taken.join(', ')}`).toEqual(await open(person, id));
        shown.set(person, { cursor, document });
      }
    }
    expect(taken.length).toBeGreaterThan(4);
    expect(shown.get('admin')?.document).toBeNull();
  },
  60_000,
);
