import { listKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';

/** How SMS leave, secrets masked. */
export const smsSettingsOptions = askOptions(listKeyOf('sms', 'settings'), 'sms.getSettings', {});

/** Where the provider tells receipts. */
export const receiptPathOptions = askOptions(listKeyOf('sms', 'receipts'), 'sms.getReceiptPath', {});
