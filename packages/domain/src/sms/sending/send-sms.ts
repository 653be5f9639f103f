import { isDue } from '../../jobs/due-work.ts';
import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { listIdsByRole } from '../../people/find-people.ts';
import { openProvider } from '../providers/open-provider.ts';
import type { SmsOutcome, SmsProvider } from '../providers/sms-provider.ts';
import { loadSmsSettings } from '../settings/sms-settings.ts';
import { type SmsDoc, smsMessages } from '../sms-model.ts';
import { isQuiet } from './quiet-hours.ts';
import { takeTurn } from './take-turn.ts';

/** Longer than any provider's time-out: who has not reported by then has died. */
export const SMS_LEASE_MS = 120_000;
const MAX_ATTEMPTS = 6;
const RETRY_MS = 30_000;
/** The last retry is sixteen minutes after the one before. */
export const SMS_DUTY = { select: {}, longestMs: 30 * 60 * 1_000 } as const;

type Ending = Partial<Pick<SmsDoc, 'state' | 'reason' | 'sentAt' | 'nextAt' | 'attempts' | 'provider'>>;

/**
 * Sends one SMS that is due, at most once (protocol "SMS"): `sending` is journaled before the provider is called. Found
 * `sending` after its lease, its worker died in between: it is sent again only where the provider drops a repeated
 * request id, else it ends `unknown` and waits for somebody to settle it. `folder` is for the development provider.
 */
export async function sendSms(office: Office, smsId: string, folder: string): Promise<void> {
  const sms = await smsMessages.of(office).findOne({ _id: smsId }).lean<SmsDoc>();
  if (!sms || !isDue(sms, office.clock.now(), SMS_DUTY)) return;
  const provider = openProvider(await loadSmsSettings(office), folder);
  const obstacle = obstacleTo(office, sms, provider);
  if (obstacle !== null || provider === null) {
    await change(office, sms, obstacle ?? {});
    return;
  }
  await takeTurn(office, provider.perSecond);
  const claimed = await change(office, sms, {
    state: 'sending',
    provider: provider.name,
    attempts: sms.attempts + 1,
    nextAt: after(office, SMS_LEASE_MS),
  });
  if (!claimed) return;
  const outcome = await provider.send({ id: claimed._id, phone: claimed.phone, text: claimed.text });
  await change(office, claimed, endingOf(office, claimed, provider, outcome));
}

function obstacleTo(office: Office, sms: SmsDoc, provider: SmsProvider | null): Ending | null {
  if (sms.state === 'sending') {
    // Another provider does not know the request id the first one may have carried out.
    const isSame = provider?.name === sms.provider;
    const mayRepeat = isSame && provider?.deduplicates === true && sms.attempts < MAX_ATTEMPTS;
    return mayRepeat ? null : { state: 'unknown', reason: 'interrupted', nextAt: null };
  }
  if (provider === null) return { state: 'suppressed', reason: 'no-provider', nextAt: null };
  if (!sms.isExpress && isQuiet(office.clock.now()))
    return { state: 'suppressed', reason: 'quiet-hours', nextAt: null };
  return null;
}

function endingOf(office: Office, sms: SmsDoc, provider: SmsProvider, outcome: SmsOutcome): Ending {
  const mayRetry = sms.attempts < MAX_ATTEMPTS;
  const later = after(office, RETRY_MS * 2 ** (sms.attempts - 1));
  const reason = outcome.said === '' ? null : outcome.said;
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'accepted', reason: null, sentAt: office.clock.now(), nextAt: null };
    case 'failed':
      return { state: 'failed', reason, nextAt: null };
    case 'not-sent':
      // An earlier attempt of a repeated one may have arrived: then this one's failure proves nothing.
      if (sms.attempts > 1 && provider.deduplicates)
        return mayRetry ? { nextAt: later, reason } : { state: 'unknown', reason, nextAt: null };
      return mayRetry ? { state: 'queued', reason, nextAt: later } : { state: 'failed', reason, nextAt: null };
    case 'unknown':
      return mayRetry && provider.deduplicates ? { nextAt: later, reason } : { state: 'unknown', reason, nextAt: null };
  }
}

function after(office: Office, ms: number): Date {
  return new Date(office.clock.now().getTime() + ms);
}

/** Writes unless somebody else has written since `seen`; null then. So of two workers one calls the provider. */
async function change(office: Office, seen: SmsDoc, ending: Ending): Promise<SmsDoc | null> {
  const admins = await listIdsByRole(office, ['admin']);
  let isOurs = false;
  const state = ending.state ?? seen.state;
  const changed = await changeAggregate(office, smsMessages, seen._id, theOffice, null, (current) => {
    isOurs = current.version === seen.version;
    if (!isOurs) return null;
    return {
      set: ending,
      story: {
        action: state,
        from: seen.state,
        to: state,
        reason: ending.reason ?? null,
        marks: [{ to: admins, kind: 'sms' }],
        wakes: ending.nextAt ? [{ job: 'send-sms', at: ending.nextAt }] : [],
      },
    };
  });
  return isOurs ? changed : null;
}
