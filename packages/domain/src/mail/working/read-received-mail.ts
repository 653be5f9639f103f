import { claimDue, isStillClaimed } from '../../jobs/due-work.ts';
import { wake } from '../../jobs/wake.ts';
import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { removeStoredMeanwhile } from '../deciding/remove-content.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import type { ChildCommand, ChildLimits } from '../reading/children/limited-child.ts';
import { type ReadMail, readMail } from '../reading/read-mail.ts';
import type { RunChild } from '../reading/run-limited-child.ts';
import { listMailReaders } from '../tell-mail-readers.ts';
import { claimTurn } from './claim-turn.ts';
import { type Filled, fillFromReading, unreadable } from './fill-from-reading.ts';
import { MAIL_DUTIES } from './mail-duties.ts';
import { isPutOffForGood, putOff } from './put-off.ts';
import { withFolder } from './with-folder.ts';

/** A letter that killed so many workers is left to the clerk unread. */
const MOST_ATTEMPTS = 3;
/** An ordinary letter takes a twentieth of the processor time; so long another's may have to wait for one that is none. */
const QUICK: ChildLimits = { timeoutMs: 30_000, cpuMs: 2_500, waitingMs: 2_500, memoryBytes: 500 * 1024 * 1024 };

/** How a child is started and run; left out, one of its own beside this process. */
type Reader = { readonly command?: ChildCommand | undefined; readonly run?: RunChild | undefined };

/**
 * Due work `read-mail`: reads the letter whose turn it is, in a kept child, and proposes a document. One that is not read
 * within a moment, or that the child fails over, is left to be read alone: it may be hostile, and the failure may be
 * that of a letter before it.
 */
export async function readNextMail(
  office: Office,
  wokenFor: string,
  run: RunChild,
  command?: ChildCommand,
): Promise<void> {
  const mail = await claimTurn(office, MAIL_DUTIES.read, wokenFor);
  if (!mail || mail.rawSha256 === null) return;
  await settling(office, mail, async () => {
    // Whoever read it before died over it.
    if (mail.attempts > 1 || isPutOffForGood(mail)) return null;
    return withFolder(async (folder) => {
      const reading = await readIn(office, mail, folder, { run: inKeptChild(run), command }, QUICK);
      return reading.outcome === 'read' && reading.failure === null ? fillFromReading(office, mail, reading) : null;
    });
  });
}

/** Whoever killed a kept child, it is another child's turn: nothing to put the letter off for. */
const inKeptChild =
  (run: RunChild): RunChild =>
  async (...task) => {
    const failure = await run(...task);
    return failure === 'fault' ? 'crashed' : failure;
  };

/** Due work `read-mail-alone`: the same in a child that reads nothing else and may take its time; its answer is final. */
export async function readNextAlone(office: Office, wokenFor: string, command?: ChildCommand): Promise<void> {
  const mail = await claimTurn(office, MAIL_DUTIES.readAlone, wokenFor);
  if (mail) await readToTheEnd(office, mail, { command });
}

/**
 * Reads one letter, whoever else waits. What cannot be read becomes "original only": never lost, never tried for ever.
 * What fails by a fault of ours is put off. `run` is for letters of our own making, as the demonstration's.
 */
export async function readReceivedMail(
  office: Office,
  mailId: string,
  command?: ChildCommand,
  run?: RunChild,
): Promise<void> {
  const duty = (await mails.of(office).exists({ _id: mailId, ...MAIL_DUTIES.readAlone.select }))
    ? MAIL_DUTIES.readAlone
    : MAIL_DUTIES.read;
  const mail = await claimDue(office, mails, mailId, MAIL_DUTIES.readAlone.leaseMs, duty);
  if (mail) await readToTheEnd(office, mail, { command, run });
}

async function readToTheEnd(office: Office, mail: MailDoc, reader: Reader): Promise<void> {
  if (mail.rawSha256 === null) return;
  await settling(office, mail, async () => {
    if (mail.attempts > MOST_ATTEMPTS || isPutOffForGood(mail)) return unreadable(mail);
    return withFolder(async (folder) => {
      const reading = await readIn(office, mail, folder, reader);
      if (reading.outcome !== 'read') office.log.info({ mailId: mail._id, reason: reading.reason }, 'original only');
      return fillFromReading(office, mail, reading);
    });
  });
}

async function readIn(
  office: Office,
  mail: MailDoc,
  folder: string,
  { command, run }: Reader,
  limits?: ChildLimits,
): Promise<ReadMail> {
  return readMail({
    rawFile: await office.blobs.wholePath(mail.rawSha256 ?? ''),
    folder,
    envelopeFrom: mail.envelope.from,
    encoding: mail.chosenEncoding ?? null,
    ...(limits && { childLimits: limits }),
    ...(command && { command }),
    ...(run && { run }),
  });
}

/** Writes what a reading comes to; null is for another, alone. */
async function settling(office: Office, mail: MailDoc, reading: () => Promise<Filled | null>): Promise<void> {
  try {
    const filled = await reading();
    if (filled === null) await leaveToBeReadAlone(office, mail);
    else await settle(office, mail, filled);
  } catch (error) {
    await putOff(office, mail, error);
  } finally {
    await removeStoredMeanwhile(office, mail._id);
  }
}

async function leaveToBeReadAlone(office: Office, mail: MailDoc): Promise<void> {
  const { _id, duty, nextAt: claim } = mail;
  const now = office.clock.now();
  office.log.info({ mailId: _id }, 'to be read alone');
  const set = { duty: MAIL_DUTIES.readAlone.select.duty, nextAt: now, attempts: 0 };
  const left = await mails.of(office).updateOne({ _id, duty, nextAt: claim }, { $set: set });
  if (left.modifiedCount > 0) await wake(office, 'read-mail-alone', _id, now);
}

/**
 * Writes what was read, unless a clerk decided meanwhile or another reader has it by now, and goes on to the sender's
 * authentication.
 */
async function settle(office: Office, mail: MailDoc, filled: Filled): Promise<void> {
  const readers = await listMailReaders(office, mail.unitId);
  const now = office.clock.now();
  await changeAggregate(office, mails, mail._id, theOffice, null, (current) => {
    if (current.duty !== mail.duty || !isStillClaimed(mail, current)) return null;
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
