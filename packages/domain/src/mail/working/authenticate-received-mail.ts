import type { Authentication } from '@congso/contract/mail-reading';
import { claimDue, isStillClaimed } from '../../jobs/due-work.ts';
import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { authenticateSender } from '../reading/authenticate-sender.ts';
import type { ChildCommand } from '../reading/children/limited-child.ts';
import type { RunChild } from '../reading/run-limited-child.ts';
import { listMailReaders } from '../tell-mail-readers.ts';
import { claimTurn } from './claim-turn.ts';
import { MAIL_DUTIES } from './mail-duties.ts';
import { isPutOffForGood, putOff } from './put-off.ts';
import { withFolder } from './with-folder.ts';

/** A name server that is away comes back; one that never answers is no reason to ask for ever. */
const AGAIN_MS = [60_000, 10 * 60_000, 60 * 60_000, 6 * 60 * 60_000] as const;

/** How the sender is checked. */
export type AuthenticationSettings = {
  /** `ip:port`; empty for the system's own. */
  readonly dnsServers: readonly string[];
  readonly command?: ChildCommand;
  /** What runs the check; left out, a child of its own. */
  readonly run?: RunChild;
};

/**
 * Due work `authenticate-mail`: asks who vouches for the sender (SPF, DKIM, DMARC) of the letter whose turn it is. What
 * could not be answered in time is shown as a temporary error and asked again later, a few times, and then in a child
 * that does nothing else: the kept one may have failed by an earlier letter's fault. What fails by a fault of ours is
 * put off.
 */
export async function authenticateNextMail(
  office: Office,
  wokenFor: string,
  settings: AuthenticationSettings,
): Promise<void> {
  const mail = await claimTurn(office, MAIL_DUTIES.authenticate, wokenFor);
  if (!mail) return;
  const { run, ...alone } = settings;
  await authenticate(office, mail, mail.attempts > 1 ? alone : settings);
}

/** The same of one letter, whoever else waits. */
export async function authenticateReceivedMail(
  office: Office,
  mailId: string,
  settings: AuthenticationSettings,
): Promise<void> {
  const mail = await claimDue(office, mails, mailId, MAIL_DUTIES.authenticate.leaseMs, MAIL_DUTIES.authenticate);
  if (mail) await authenticate(office, mail, settings);
}

async function authenticate(
  office: Office,
  mail: MailDoc,
  { dnsServers, command, run }: AuthenticationSettings,
): Promise<void> {
  const { rawSha256 } = mail;
  if (rawSha256 === null || mail.attempts > AGAIN_MS.length + 1 || isPutOffForGood(mail)) {
    await settle(office, mail, mail.authentication, null);
    return;
  }
  try {
    const authentication = await withFolder(async (folder) =>
      authenticateSender({
        rawFile: await office.blobs.wholePath(rawSha256),
        folder,
        envelope: mail.envelope,
        dnsServers,
        ...(command && { command }),
        ...(run && { run }),
      }),
    );
    const delay = authentication.againLater ? AGAIN_MS[mail.attempts - 1] : undefined;
    const again = delay === undefined ? null : new Date(office.clock.now().getTime() + delay);
    await settle(office, mail, authentication, again);
  } catch (error) {
    await putOff(office, mail, error);
  }
}

async function settle(
  office: Office,
  mail: MailDoc,
  authentication: Authentication | null,
  again: Date | null,
): Promise<void> {
  const readers = await listMailReaders(office, mail.unitId);
  await changeAggregate(office, mails, mail._id, theOffice, null, (current) =>
    current.duty === 'authenticate' && isStillClaimed(mail, current)
      ? {
          set: { authentication, duty: again && ('authenticate' as const), nextAt: again },
          story: {
            action: 'authenticated',
            details: { authentication },
            marks: [{ to: readers, kind: 'mail' }],
            wakes: again ? [{ job: 'authenticate-mail', at: again }] : [],
          },
        }
      : null,
  );
}
