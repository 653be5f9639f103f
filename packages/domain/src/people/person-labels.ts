import { fullName } from '@congso/language/names';
import type { Office } from '../office/office.ts';
import { type PersonDoc, people } from './person-model.ts';

/** Full names by id, of open and closed accounts alike: what somebody once did keeps its name. Unknown ids are left out. */
export async function loadPersonNames(
  office: Office,
  personIds: Iterable<string | null>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(personIds)].filter((id) => id !== null);
  const docs = await people
    .of(office)
    .find({ _id: { $in: wanted } }, { familyMiddle: 1, given: 1 })
    .lean<Pick<PersonDoc, '_id' | 'familyMiddle' | 'given'>[]>();
  return new Map(docs.map((doc) => [doc._id, fullName(doc)]));
}
