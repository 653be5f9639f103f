import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Sms } from '@congso/contract/sms';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { requireRole } from '../people/require-role.ts';
import { pageAfter, pageFilter } from '../stores/page.ts';
import { type SmsDoc, smsMessages } from './sms-model.ts';

/** SMS and their states, the latest first. @throws Refusal FORBIDDEN for all but administrators, BAD_INPUT (cursor). */
export async function listSms(
  office: Office,
  caller: Caller,
  input: CommandInput<'sms.list'>,
): Promise<CommandOutput<'sms.list'>> {
  requireRole(caller, 'admin');
  const limit = input.limit ?? LIMITS.pageSize;
  const found = await smsMessages
    .of(office)
    .find({ ...(input.state && { state: input.state }), ...pageFilter('createdAt', input.cursor) })
    .sort({ createdAt: -1, _id: 1 })
    .limit(limit + 1)
    .lean<SmsDoc[]>();
  const { page, next } = pageAfter(found, limit, (sms) => sms.createdAt);
  return { items: page.map(presentSms), next };
}

/** An SMS as the administrators' page shows it. */
export function presentSms(sms: SmsDoc): Sms {
  const { _id, personId, phone, text, parts, purpose, state, reason, version } = sms;
  const sentAt = sms.sentAt?.toISOString() ?? null;
  return {
    id: _id,
    personId,
    phone,
    text,
    parts,
    purpose,
    state,
    reason,
    version,
    createdAt: sms.createdAt.toISOString(),
    sentAt,
  };
}
