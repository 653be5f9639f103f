import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { type MailDoc, mails } from '../mail-model.ts';

/** A mail that is to be there, under the key of its delivery. */
export type NewMail = {
  readonly id: string;
  /** So long whatever comes under the same key is this delivery again. */
  readonly redeliveredForMs: number;
  /** The record under the id it gets. */
  readonly build: (id: string) => MailDoc;
};

/** What became of it: it is there anew, was there already, or was there and its letter has been destroyed. */
export type Inserted = { readonly became: 'new' | 'redelivered' | 'destroyed'; readonly mail: MailDoc };

type Waiting = { readonly wanted: NewMail; readonly index: number; readonly mail: MailDoc };
type BulkFailure = { writeErrors?: readonly { index: number; code: number }[] };

/**
 * Inserts many mails in one journaled write; one that is there already is left as it is. One that came under the same key
 * too long ago to be the same delivery does not count: the new one gets the next id, derived from that one's, so
 * that two processes that take it in at once still meet in the unique index.
 */
export async function insertMails(office: Office, wanted: NewMail[]): Promise<Inserted[]> {
  const outcomes: Inserted[] = [];
  let waiting: Waiting[] = wanted.map((one, index) => ({ wanted: one, index, mail: one.build(one.id) }));
  while (waiting.length > 0) {
    const refused = await insertNew(office, waiting);
    for (const { index, mail } of waiting) outcomes[index] = { became: 'new', mail };
    const known = await findKnown(office, refused);
    waiting = refused.flatMap((one) => {
      const { index, mail } = one;
      const { state, receivedAt } = known.get(mail._id) ?? gone(mail._id);
      if (mail.receivedAt.getTime() - receivedAt.getTime() >= one.wanted.redeliveredForMs)
        return [{ ...one, mail: one.wanted.build(derivedId('delivery-after', mail._id)) }];
      outcomes[index] = { became: state === 'destroyed' ? 'destroyed' : 'redelivered', mail };
      return [];
    });
  }
  return outcomes;
}

/** Answers those whose id is taken. */
async function insertNew(office: Office, waiting: readonly Waiting[]): Promise<Waiting[]> {
  try {
    // Straight to the driver: the records are built here and now, and mongoose takes as long for each as the database.
    await mails.of(office).collection.insertMany(waiting.map(({ mail }) => mail) as never[], { ordered: false });
    return [];
  } catch (error) {
    const { writeErrors } = error as BulkFailure;
    if (!writeErrors?.length || writeErrors.some(({ code }) => code !== 11000)) throw error;
    const taken = new Set(writeErrors.map(({ index }) => index));
    return waiting.filter((_, index) => taken.has(index));
  }
}

type Known = Pick<MailDoc, '_id' | 'state' | 'receivedAt'>;

async function findKnown(office: Office, refused: readonly Waiting[]): Promise<Map<string, Known>> {
  if (refused.length === 0) return new Map();
  const found = await mails
    .of(office)
    .find({ _id: { $in: refused.map(({ mail }) => mail._id) } }, { state: 1, receivedAt: 1 })
    .lean<Known[]>();
  return new Map(found.map((mail) => [mail._id, mail]));
}

function gone(mailId: string): never {
  throw new Error(`a mail was there and is not any more: ${mailId}`);
}
