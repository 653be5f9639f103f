import { createInterface } from 'node:readline';
import { registerDocument } from '@congso/domain/documents/register/register-document';
import { openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { callerOf } from '../people/build-office.ts';
import { LETTER } from './build-letters.ts';

/**
 * A process that registers letters, all at once, to be killed while it does. Arguments: MongoDB's address, Redis's, its
 * prefix, a folder for blobs, the clerk, then the mails. Says `ready`; begins at the line `go`; at the line `midnight`
 * its clock, half a minute before the end of 2026 in Hanoi, jumps to the new year. Tells each number it was answered.
 */
const [mongoUrl = '', redisUrl = '', redisPrefix = '', blobFolder = '', clerkId = '', ...mailIds] =
  process.argv.slice(2);
const MIDNIGHT = Date.parse('2026-12-31T17:00:00.000Z');
const started = Date.now();
let startsAt = MIDNIGHT - 30_000;
const clock = { now: () => new Date(startsAt + Date.now() - started) };

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const log = pino({ level: 'silent' });
const office = await openOffice({ mongoUrl, redisUrl, redisPrefix, blobFolder, clock, log });
const clerk = await callerOf(office, clerkId);
say({ ready: true });

for await (const order of createInterface({ input: process.stdin })) {
  if (order === 'midnight') startsAt = MIDNIGHT;
  if (order === 'go') void registerAll();
}

async function registerAll(): Promise<void> {
  const register = async (mailId: string) => {
    const input = { requestId: `register-${mailId}`, mailId, fields: LETTER };
    const { year, arrivalNumber } = await registerDocument(office, clerk, input);
    say({ mailId, place: `${year}/${arrivalNumber}` });
  };
  await Promise.all(mailIds.map(register));
  await office.close();
  process.exit(0);
}
