import type { SmsSettings } from '@congso/contract/sms';
import type { Caller } from '../../office/caller.ts';
import { newId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { requireRole } from '../../people/require-role.ts';
import { SMS_SETTINGS_ID, type SmsSettingsDoc, smsSettings } from './sms-settings-model.ts';

/** What stands for a secret value on its way out; sent back unchanged, it keeps the stored one. */
export const MASK = '********';

const NO_SMS: SmsSettings = { provider: 'none' };

/** The settings with their secrets, for the sender alone. Until somebody sets them, no SMS leaves. */
export async function loadSmsSettings(office: Office): Promise<SmsSettings> {
  const doc = await smsSettings.of(office).findOne({ _id: SMS_SETTINGS_ID }).lean<SmsSettingsDoc>();
  return doc?.settings ?? NO_SMS;
}

/** How SMS leave, secrets masked. @throws Refusal FORBIDDEN for all but administrators. */
export async function getSmsSettings(office: Office, caller: Caller): Promise<SmsSettings> {
  requireRole(caller, 'admin');
  return masked(await loadSmsSettings(office));
}

/** Where the provider is to tell receipts. @throws Refusal FORBIDDEN for all but administrators. */
export async function getReceiptPath(office: Office, caller: Caller): Promise<{ path: string | null }> {
  requireRole(caller, 'admin');
  const secret = await loadReceiptSecret(office);
  return { path: secret && `/sms/receipts/${secret}` };
}

/** What whoever tells a receipt must know. */
export async function loadReceiptSecret(office: Office): Promise<string | null> {
  const doc = await smsSettings.of(office).findOne({ _id: SMS_SETTINGS_ID }).lean<SmsSettingsDoc>();
  return doc?.receiptSecret ?? null;
}

/**
 * Changes how SMS leave, from the next one on.
 * @throws Refusal FORBIDDEN for all but administrators, BAD_INPUT for a pattern that is none or an address not of HTTP.
 */
export async function setSmsSettings(
  office: Office,
  caller: Caller,
  input: { requestId: string; settings: SmsSettings },
): Promise<SmsSettings> {
  requireRole(caller, 'admin');
  check(input.settings);
  const actor = { personId: caller.personId };
  const fields = { _id: SMS_SETTINGS_ID, settings: NO_SMS, receiptSecret: null };
  await createAggregate(office, smsSettings, actor, fields, { action: 'created' });
  const doc = await changeAggregate(office, smsSettings, SMS_SETTINGS_ID, actor, input.requestId, (current) => ({
    set: {
      settings: withKeptSecrets(input.settings, current.settings),
      receiptSecret: current.receiptSecret ?? (input.settings.provider === 'http' ? newId() : null),
    },
    story: { action: 'changed', from: current.settings.provider, to: input.settings.provider },
  }));
  return masked(doc.settings);
}

function check(settings: SmsSettings): void {
  if (settings.provider !== 'http') return;
  if (!/^https?:$/.test(new URL(settings.url).protocol)) throw new Refusal('BAD_INPUT', { field: 'settings.url' });
  try {
    new RegExp(settings.successPattern, 'u');
  } catch {
    throw new Refusal('BAD_INPUT', { field: 'settings.successPattern' });
  }
}

function masked(settings: SmsSettings): SmsSettings {
  if (settings.provider !== 'http') return settings;
  const parameters = settings.parameters.map((one) => (one.isSecret ? { ...one, value: MASK } : one));
  return { ...settings, parameters };
}

/** A secret is kept only for the same address: otherwise whoever may point elsewhere could make us send it there. */
function withKeptSecrets(wanted: SmsSettings, stored: SmsSettings): SmsSettings {
  if (wanted.provider !== 'http') return wanted;
  const sameHost = stored.provider === 'http' && new URL(stored.url).origin === new URL(wanted.url).origin;
  const parameters = wanted.parameters.map((one) => {
    if (one.value !== MASK) return one;
    const kept = sameHost ? stored.parameters.find(({ name, isSecret }) => isSecret && name === one.name) : undefined;
    if (kept === undefined || !one.isSecret)
      throw new Refusal('BAD_INPUT', { field: `settings.parameters.${one.name}` });
    return kept;
  });
  return { ...wanted, parameters };
}
