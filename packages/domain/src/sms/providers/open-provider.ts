import type { SmsSettings } from '@congso/contract/sms';
import { createFolderProvider } from './folder-provider.ts';
import { createHttpProvider } from './http-provider.ts';
import type { SmsProvider } from './sms-provider.ts';

/** The way out the settings name; null where the office sends none. `folder` is this machine's, for development. */
export function openProvider(settings: SmsSettings, folder: string): SmsProvider | null {
  if (settings.provider === 'http') return createHttpProvider(settings);
  return settings.provider === 'folder' ? createFolderProvider(folder) : null;
}
