/**
 * Fills an empty office with a demonstration department and ends; started before the office opens. Progress goes to
 * standard output, what is logged to standard error. Nothing happens outside: no mail, no SMS, no question to a DNS.
 */
import { once } from 'node:events';
import { createManualClock } from '@congso/domain/office/clock';
import { openOffice } from '@congso/domain/open-office';
import { findOrganisation } from '@congso/domain/organisation/find-organisation';
import { makeTemporaryPassword } from '@congso/domain/sessions/passwords';
import { pino } from 'pino';
import { readEnv } from './env.ts';
import { fillOffice } from './filling/fill-office.ts';
import { beginUndertaking, findUndertaking, finishUndertaking, isFinished } from './filling/undertaking.ts';

const THREE_MONTHS_MS = 91 * 24 * 60 * 60_000;

const env = readEnv(process.env);
const say = (line: string) => process.stdout.write(`${line}\n`);

if (await isFinished(env.DATA_DIR)) say('The demonstration office is filled already.');
else await fill();

async function fill(): Promise<void> {
  const begun = await findUndertaking(env.DATA_DIR);
  // The one place that asks what time it is: everything else happens on the clock made here.
  const now = new Date();
  const undertaking = begun ?? {
    from: new Date(now.getTime() - THREE_MONTHS_MS).toISOString(),
    until: now.toISOString(),
    password: makeTemporaryPassword(),
  };
  const until = new Date(undertaking.until);
  const clock = createManualClock(until);
  const opened = await openOffice({
    mongoUrl: env.MONGODB_URL,
    redisUrl: env.REDIS_URL,
    // What is woken here is done here: no worker of the office may take it up.
    redisPrefix: `${env.REDIS_PREFIX}-demo`,
    blobFolder: env.BLOB_DIR,
    log: pino({ name: 'demo', level: env.LOG_LEVEL }, pino.destination(2)),
    clock,
    // Nothing is in a hurry here, and what is left to a sweep would be done by another clock.
    relayLimits: { running: 16, ofOnePerson: 16, waiting: Number.POSITIVE_INFINITY },
  });
  const office = Object.assign(opened, { clock });
  try {
    if (!begun && (await findOrganisation(office))) {
      process.stderr.write('This office is founded already: --demo fills only an empty one (choose another --data).\n');
      process.exitCode = 1;
      return;
    }
    if (office.redis.commands.status !== 'ready') await once(office.redis.commands, 'ready');
    if (!begun) await beginUndertaking(env.DATA_DIR, undertaking);
    await fillOffice({ office, from: new Date(undertaking.from), until }, undertaking.password, say);
    for (const queue of office.queues.all()) await queue.obliterate({ force: true });
    await finishUndertaking(env.DATA_DIR, undertaking);
  } finally {
    await office.close();
  }
}
