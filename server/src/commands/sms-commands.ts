import type { smsCommands } from '@congso/contract/sms';
import { listSms } from '@congso/domain/sms/list-sms';
import { getReceiptPath, getSmsSettings, setSmsSettings } from '@congso/domain/sms/settings/sms-settings';
import { settleSms } from '@congso/domain/sms/settle-sms';
import type { Handlers } from '../answering/handler.ts';

export const smsHandlers = {
  'sms.list': listSms,
  'sms.getSettings': getSmsSettings,
  'sms.getReceiptPath': getReceiptPath,
  'sms.setSettings': setSmsSettings,
  'sms.settle': settleSms,
} satisfies Handlers<keyof typeof smsCommands>;
