import type { SmsSettings } from '@congso/contract/sms';
import { type Aggregate, defineAggregate } from '../../outbox/aggregate.ts';
import { embedded } from '../../stores/collection.ts';

/** How SMS leave the office; one document. Holds the provider's credentials: never shown, never in history or log. */
export type SmsSettingsDoc = Aggregate & {
  settings: SmsSettings;
  /** Who knows it may tell receipts; null until SMS leave through HTTP. */
  receiptSecret: string | null;
};

export const SMS_SETTINGS_ID = 'sms-settings';

export const smsSettings = defineAggregate<SmsSettingsDoc>('sms-settings', 'smsSettings', {
  settings: embedded,
  receiptSecret: { type: String, default: null },
});
