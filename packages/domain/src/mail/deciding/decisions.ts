import type { CommandInput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { withoutContent } from '../nothing-read.ts';
import { decideMail } from './decide-mail.ts';

/** What could not be read is read once more: the program was mended since, or the fault has gone. */
export const readMailAgain = (office: Office, caller: Caller, input: CommandInput<'mails.readAgain'>) =>
  decideMail(office, caller, input, {
    action: 'readAgain',
    told: 'read-again',
    set: () => ({ state: 'received', ...toBeRead(office) }),
  });

/** The characters came out wrong: read once more, in the encoding that a clerk chose. */
export const readMailAs = (office: Office, caller: Caller, input: CommandInput<'mails.readAs'>) =>
  decideMail(office, caller, input, {
    action: 'readAs',
    told: 'read-as',
    set: (mail) => ({
      state: 'received',
      chosenEncoding: input.encoding,
      // Whatever looked like a mark before is looked at anew: in other letters it may be another word.
      isCleared: mail.isCleared,
      ...toBeRead(office),
    }),
  });

/** Not for us, because. */
export const refuseMail = (office: Office, caller: Caller, input: CommandInput<'mails.refuse'>) =>
  decideMail(office, caller, input, { action: 'refuse', told: 'refused', set: () => ({ state: 'refused' }) });

/** Not a document: kept aside. */
export const setMailAside = (office: Office, caller: Caller, input: CommandInput<'mails.setAside'>) =>
  decideMail(office, caller, input, { action: 'setAside', told: 'set-aside', set: () => ({ state: 'set-aside' }) });

/**
 * Back into the queue. One that was quarantined is read anew, and this time whatever looks like a secrecy mark is left
 * to the clerk, who has said why it is none.
 */
export const takeMailBack = (office: Office, caller: Caller, input: CommandInput<'mails.takeBack'>) =>
  decideMail(office, caller, input, {
    action: 'takeBack',
    told: 'taken-back',
    set: (mail) =>
      mail.state === 'quarantined'
        ? { state: 'received', isCleared: true, ...toBeRead(office), reason: null }
        : { state: mail.stateBefore === 'original-only' ? 'original-only' : 'proposed', reason: null },
  });

/**
 * A clerk sees a secrecy mark the reader did not: the letter is handled here no further (Law 117/2025/QH15). What had been
 * read of it is removed; the original stays until the clerk destroys it, because the mark may be none.
 */
export const quarantineMail = (office: Office, caller: Caller, input: CommandInput<'mails.quarantine'>) =>
  decideMail(office, caller, input, {
    action: 'quarantine',
    told: 'quarantined',
    fact: 'mail.quarantined',
    set: (mail) => ({
      ...withoutContent(mail, mail.proposal?.secrecyMark ?? null),
      ...NOTHING_TO_DO,
      state: 'quarantined',
      isCleared: false,
    }),
  });

/**
 * Destroys a secret letter. A stub without content stays: who destroyed it, when, why, and from whom it had come. The
 * bytes follow by `mail.destroyed`.
 */
export const destroyMail = (office: Office, caller: Caller, input: CommandInput<'mails.destroy'>) =>
  decideMail(office, caller, input, {
    action: 'destroy',
    told: 'destroyed',
    fact: 'mail.destroyed',
    set: (mail) => ({ ...withoutContent(mail, null), ...NOTHING_TO_DO, state: 'destroyed', messageId: null }),
  });

const toBeRead = (office: Office) => ({ duty: 'read', nextAt: office.clock.now(), attempts: 0, faults: 0 }) as const;
const NOTHING_TO_DO = { duty: null, nextAt: null } as const;
