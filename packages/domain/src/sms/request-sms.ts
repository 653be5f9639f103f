import { formatCivilDate } from '@congso/language/dates';
import { isMobilePhone } from '@congso/language/phones';
import { createTranslator } from '@congso/language/translate';
import { type Actor, theOffice } from '../office/caller.ts';
import { derivedId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { findOrganisation } from '../organisation/find-organisation.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import { getPersonDoc, listIdsByRole, type PersonDoc } from '../people/find-people.ts';
import { type SmsDoc, smsMessages } from './sms-model.ts';
import { oneSmsOf } from './text/gsm7.ts';
import { partsOf } from './text/sms-parts.ts';

/** What an SMS is about. The sentence of each is `sms.message.*` of the catalog. */
export type SmsPurpose = 'documentDirected' | 'documentAssigned' | 'taskAssigned' | 'taskDueSoon' | 'taskOverdue';

/** The wish to tell somebody by SMS. It has no place for a text: only the reference leaves the house, never the matter. */
export type SmsRequest = {
  /** The id of what caused it; the same cause, person and purpose is one SMS, however often it is requested. */
  readonly causeId: string;
  readonly personId: string;
  readonly purpose: SmsPurpose;
  /** A number such as "12/2026", without spaces, so that no title or subject can be put here. */
  readonly reference: string;
  /** Civil date. */
  readonly dueDate: string | null;
  /** hỏa tốc: says so, and goes out in quiet hours too. */
  readonly isExpress: boolean;
  /** It concerns a letter marked secret: recorded as not sent (Law 117/2025/QH15). */
  readonly isSecret: boolean;
};

const REFERENCE = /^[\p{L}\d./_-]{1,40}$/u;

/**
 * So many go to one person within a day: nobody reads more, each costs, and those of everybody else wait behind them.
 * A little more where many are asked for in the same moment.
 */
const MOST_A_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Queues one SMS, or records at once why none is sent. Safe to repeat. */
export async function requestSms(office: Office, request: SmsRequest, actor: Actor = theOffice): Promise<SmsDoc> {
  if (!REFERENCE.test(request.reference)) throw new Error('an SMS carries a reference, not a text');
  const person = await getPersonDoc(office, request.personId);
  const phone = person.phone !== null && isMobilePhone(person.phone) ? person.phone : '';
  const reason = whyNot(request, person, phone) ?? (await whyNotToday(office, request));
  const text = request.isSecret ? '' : await compose(office, request, person);
  const now = office.clock.now();
  const _id = derivedId('sms', request.causeId, request.personId, request.purpose);
  const { personId, purpose, isExpress } = request;
  const state = reason === null ? 'queued' : 'suppressed';
  return createAggregate(
    office,
    smsMessages,
    actor,
    {
      ...{ _id, personId, phone, text, parts: partsOf(text).parts, purpose, isExpress, state, reason },
      ...{ provider: null, sentAt: null, nextAt: reason === null ? now : null, attempts: 0 },
    },
    {
      action: state,
      to: state,
      reason,
      marks: [{ to: await listIdsByRole(office, ['admin']), kind: 'sms' }],
      wakes: reason === null ? [{ job: 'send-sms', at: now }] : [],
    },
  );
}

function whyNot(request: SmsRequest, person: PersonDoc, phone: string): string | null {
  if (request.isSecret) return 'secret';
  // What concerns the office is not for who has left it, and the number may be somebody else's by now.
  if (!person.isActive) return 'left';
  return phone === '' ? 'no-phone' : null;
}

async function whyNotToday(office: Office, { personId, isExpress }: SmsRequest): Promise<string | null> {
  // hỏa tốc goes out whatever the hour and however many went before.
  if (isExpress) return null;
  const since = new Date(office.clock.now().getTime() - DAY_MS);
  const sent = await smsMessages
    .of(office)
    .countDocuments({ personId, createdAt: { $gt: since }, state: { $ne: 'suppressed' } }, { limit: MOST_A_DAY });
  return sent < MOST_A_DAY ? null : 'too-many';
}

async function compose(office: Office, request: SmsRequest, person: PersonDoc): Promise<string> {
  const say = await createTranslator(person.preferences.language);
  const organisation = await findOrganisation(office);
  const sentence = say(`sms.message.${request.purpose}`, {
    office: organisation?.shortName ?? say('frame.product'),
    reference: request.reference,
  });
  const due = request.dueDate === null ? '' : ` ${say('sms.due', { due: formatCivilDate(request.dueDate) })}`;
  // How urgent a letter is says nothing of its matter, and tells somebody away from a screen to act at once.
  const express = request.isExpress ? `${say('sms.express')} ` : '';
  return oneSmsOf(express + sentence + due);
}
