import type { Office } from '../../office/office.ts';
import { type MailDoc, mails } from '../mail-model.ts';

/** What became of a record: it is there anew, was there already, or was there and its letter has been destroyed. */
export type Inserted = 'new' | 'redelivered' | 'destroyed';

type BulkFailure = { writeErrors?: readonly { index: number; code: number }[] };

/** Inserts many mails in one journaled write; one that is there already is left as it is. */
export async function insertMails(office: Office, docs: MailDoc[]): Promise<Inserted[]> {
  try {
    // Straight to the driver: the records are built here and now, and mongoose takes as long for each as the database.
    await mails.of(office).collection.insertMany(docs as never[], { ordered: false });
    return docs.map(() => 'new');
  } catch (error) {
    const { writeErrors } = error as BulkFailure;
    if (!writeErrors?.length || writeErrors.some(({ code }) => code !== 11000)) throw error;
    const known = new Set(writeErrors.map(({ index }) => index));
    const destroyed = await listDestroyed(
      office,
      docs.filter((_, index) => known.has(index)).map((doc) => doc._id),
    );
    return docs.map((doc, index) => (destroyed.has(doc._id) ? 'destroyed' : known.has(index) ? 'redelivered' : 'new'));
  }
}

async function listDestroyed(office: Office, ids: readonly string[]): Promise<Set<string>> {
  const found = await mails
    .of(office)
    .find({ _id: { $in: [...ids] }, state: 'destroyed' }, { _id: 1 })
    .lean<{ _id: string }[]>();
  return new Set(found.map((mail) => mail._id));
}
