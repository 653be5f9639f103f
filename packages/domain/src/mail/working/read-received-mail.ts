import { claimDue, isStillClaimed } from '../../jobs/due-work.ts';
import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { removeStoredMeanwhile } from '../deciding/remove-content.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { readMail } from '../reading/read-mail.ts';
import type { ChildCommand, RunChild } from '../reading/run-limited-child.ts';
import { listMailReaders } from '../tell-mail-readers.ts';
import { type Filled, fillFromReading, unreadable } from './fill-from-reading.ts';
import { MAIL_DUTIES } from './mail-duties.ts';
import { isPutOffForGood, putOff } from './put-off.ts';
import { withFolder } from './with-folder.ts';

/** Longer than the child may take and its attachments need to be stored. */
export const READ_LEASE_MS = 120_000;
/** A letter that killed so many workers is left to the clerk unread. */
const MOST_ATTEMPTS = 3;

/**
 * Due work `read-mail`: reads a mail in a limited child and proposes a document. What cannot be read becomes "original
 * only": never lost, never tried for ever. What fails by a fault of ours is put off. `command` starts the child; left out,
 * the one beside this process. `run` is for letters of our own making, as the demonstration's.
 */
export async function readReceivedMail(
  office: Office,
  mailId: string,
  command?: ChildCommand,
  run?: RunChild,
): Promise<void> {
  const mail = await claimDue(office, mails, mailId, READ_LEASE_MS, MAIL_DUTIES.read);
  if (!mail || mail.rawSha256 === null) return;
  try {
    const isHopeless = mail.attempts > MOST_ATTEMPTS || isPutOffForGood(mail);
    const filling = isHopeless
      ? unreadable(mail)
      : withFolder((folder) => fillFrom(office, mail, folder, command, run));
    await settle(office, mail, await filling);
  } catch (error) {
    await putOff(office, mail, error);
  } finally {
    await removeStoredMeanwhile(office, mailId);
  }
}

async function fillFrom(
  office: Office,
  mail: MailDoc,
  folder: string,
  command: ChildCommand | undefined,
  run: RunChild | undefined,
): Promise<Filled> {
  const reading = await readMail({
    rawFile: await office.blobs.wholePath(mail.rawSha256 ?? ''),
    folder,
    envelopeFrom: mail.envelope.from,
    encoding: mail.chosenEncoding ?? null,
    ...(command && { command }),
    ...(run && { run }),
  });
  if (reading.outcome !== 'read') office.log.info({ mailId: mail._id, reason: reading.reason }, 'original only');
  return fillFromReading(office, mail, reading);
}

/**
 * Writes what was read, unless a clerk decided meanwhile or another reader has it by now, and goes on to the sender's
 * authentication.
 */
async function settle(office: Office, mail: MailDoc, filled: Filled): Promise<void> {
  const readers = await listMailReaders(office, mail.unitId);
  const now = office.clock.now();
  await changeAggregate(office, mails, mail._id, theOffice, null, (current) => {
    if (current.duty !== 'read' || !isStillClaimed(mail, current)) return null;
    // Read anew because it is not secret after all, or registered while it was, it is what it was; unless it is secret.
    const isRegistered = current.documentId !== null && filled.state !== 'quarantined';
    const registered = isRegistered && { state: 'registered' as const, stateBefore: filled.state };
    const set = { ...filled, ...registered, duty: 'authenticate' as const, nextAt: now, attempts: 0, faults: 0 };
    return {
      set,
      story: {
        action: 'read',
        from: current.state,
        to: set.state,
        marks: [{ to: readers, kind: 'mail' }],
        wakes: [{ job: 'authenticate-mail', at: now }],
      },
    };
  });
}
