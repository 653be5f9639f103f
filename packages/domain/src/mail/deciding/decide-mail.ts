import type { Mail, MailAction } from '@congso/contract/mail';
import { listReaderIds } from '../../documents/access.ts';
import { findDocument } from '../../documents/find-document.ts';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import type { MarkTarget } from '../../outbox/outbox-entry.ts';
import { getMailToDecide } from '../access.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { presentMail } from '../present-mail.ts';
import { listMailReaders } from '../tell-mail-readers.ts';
import { isOpenTo } from './mail-transitions.ts';

/** One decision of a clerk about a mail: to which state it leads, and what else it changes. */
export type Decision = {
  readonly action: MailAction;
  /** What the history calls it. */
  readonly told: string;
  /** What follows it, if something does. */
  readonly fact?: 'mail.quarantined' | 'mail.destroyed';
  /** The new state and fields; `reason` and the state before are kept by `decideMail`. */
  readonly set: (mail: MailDoc) => Partial<MailDoc> & { readonly state: Mail['state'] };
};

/** @throws Refusal FORBIDDEN, NOT_FOUND, WRONG_STATE */
export async function decideMail(
  office: Office,
  caller: Caller,
  input: { readonly mailId: string; readonly requestId: string; readonly reason?: string },
  decision: Decision,
): Promise<Mail> {
  const { reason = null } = input;
  const { mail } = await getMailToDecide(office, caller, input.mailId);
  const readers = await listMailReaders(office, mail.unitId);
  const document = mail.documentId === null ? null : await findDocument(office, mail.documentId);
  const ofDocument: MarkTarget[] = document
    ? [{ to: await listReaderIds(office, document.slip?.steps ?? []), kind: 'document', id: document._id }]
    : [];
  const changed = await changeAggregate(office, mails, input.mailId, caller, input.requestId, (current) => {
    if (!isOpenTo(decision.action, current.state)) throw new Refusal('WRONG_STATE');
    const set = { reason, stateBefore: current.state, ...decision.set(current) };
    return {
      set,
      story: {
        action: decision.told,
        from: current.state,
        to: set.state,
        reason,
        facts: decision.fact ? [{ name: decision.fact, payload: { mailId: input.mailId } }] : [],
        // Who has the document before him must see that its files are gone, or back.
        marks: [{ to: readers, kind: 'mail' }, ...ofDocument],
        wakes: set.duty === 'read' && set.nextAt ? [{ job: 'read-mail', at: set.nextAt }] : [],
      },
    };
  });
  return presentMail(office, caller, changed);
}
