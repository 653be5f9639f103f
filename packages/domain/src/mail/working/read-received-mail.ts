import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDue } from '../../jobs/due-work.ts';
import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { removeStoredMeanwhile } from '../deciding/remove-content.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { nothingRead } from '../nothing-read.ts';
import { readMail } from '../reading/read-mail.ts';
import type { ChildCommand, RunChild } from '../reading/run-limited-child.ts';
import { listMailReaders } from '../tell-mail-readers.ts';
import { type Filled, fillFromReading } from './fill-from-reading.ts';

/** Longer than the child may take and its attachments need to be stored. */
export const READ_LEASE_MS = 120_000;
/** A letter whose reading failed so often by our own fault, or killed the worker, is left to the clerk unread. */
const MOST_ATTEMPTS = 3;
const AGAIN_MS = [60_000, 5 * 60_000] as const;

/**
 * Due work `read-mail`: reads a mail in a limited child and proposes a document. What cannot be read becomes "original
 * only": never lost, never tried for ever. `command` starts
 * the child; left out, the one beside this process. `run` is for letters of our own making, as the demonstration's.
 */
export async function readReceivedMail(
  office: Office,
  mailId: string,
  command?: ChildCommand,
  run?: RunChild,
): Promise<void> {
  const mail = await claimDue(office, mails, mailId, READ_LEASE_MS, { duty: 'read' });
  if (!mail || mail.rawSha256 === null) return;
  if (mail.attempts > MOST_ATTEMPTS) {
    await settle(office, mail, unreadable(mail));
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'congso-mail-'));
  try {
    const reading = await readMail({
      rawFile: office.blobs.path(mail.rawSha256),
      folder,
      envelopeFrom: mail.envelope.from,
      ...(command && { command }),
      ...(run && { run }),
    });
    if (reading.outcome === 'original-only') office.log.info({ mailId, reason: reading.reason }, 'original only');
    await settle(
      office,
      mail,
      reading.outcome === 'read' ? await fillFromReading(office, mail, reading) : unreadable(mail),
    );
  } catch (error) {
    office.log.error({ err: error, mailId, attempts: mail.attempts }, 'mail not read');
    await putOff(office, mail);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await removeStoredMeanwhile(office, mailId);
  }
}

function unreadable(mail: MailDoc): Filled {
  return { ...nothingRead(mail.envelope.from), state: 'original-only' };
}

/** Writes what was read, unless a clerk decided meanwhile, and goes on to the sender's authentication. */
async function settle(office: Office, mail: MailDoc, filled: Filled): Promise<void> {
  const readers = await listMailReaders(office, mail.unitId);
  const now = office.clock.now();
  await changeAggregate(office, mails, mail._id, theOffice, null, (current) =>
    current.duty === 'read'
      ? {
          set: { ...filled, duty: 'authenticate' as const, nextAt: now, attempts: 0 },
          story: {
            action: 'read',
            from: current.state,
            to: filled.state,
            facts: [{ name: 'mail.read', payload: { mailId: mail._id } }],
            marks: [{ to: readers, kind: 'mail' }],
            wakes: [{ job: 'authenticate-mail', at: now }],
          },
        }
      : null,
  );
}

async function putOff(office: Office, mail: MailDoc): Promise<void> {
  const delay = AGAIN_MS[mail.attempts - 1] ?? 0;
  await mails
    .of(office)
    .updateOne({ _id: mail._id, duty: 'read' }, { $set: { nextAt: new Date(office.clock.now().getTime() + delay) } });
}
