import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SmsProvider } from './sms-provider.ts';

/** For development: one file per SMS in a folder, named by its request id, so that a repeat writes the same file. */
export function createFolderProvider(folder: string): SmsProvider {
  return {
    name: 'folder',
    perSecond: 100,
    deduplicates: true,
    send: async ({ id, phone, text }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = join(folder, `.${id}`);
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(`To: ${phone}\n\n${text}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, join(folder, `${id}.txt`));
      return { kind: 'accepted', said: '' };
    },
  };
}
