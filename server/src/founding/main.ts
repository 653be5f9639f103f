/**
 * Says in one line of JSON whether the office is founded, or the one-time token that founds it, and ends. The token goes
 * to standard output only; what is logged goes to standard error.
 */
import { openOffice } from '@congso/domain/open-office';
import { makeFoundingAddress } from '@congso/domain/organisation/founding/make-founding-address';
import { pino } from 'pino';
import { readEnv } from './env.ts';

const env = readEnv(process.env);
const office = await openOffice({
  mongoUrl: env.MONGODB_URL,
  redisUrl: env.REDIS_URL,
  redisPrefix: env.REDIS_PREFIX,
  blobFolder: env.BLOB_DIR,
  log: pino({ name: 'founding', level: env.LOG_LEVEL }, pino.destination(2)),
});
try {
  process.stdout.write(`${JSON.stringify(await makeFoundingAddress(office))}\n`);
} finally {
  await office.close();
}
