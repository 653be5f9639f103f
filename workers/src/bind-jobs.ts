import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { JOBS, type JobName } from '@congso/contract/jobs';
import { bullPrefix } from '@congso/domain/jobs/queues';
import { keepChildren } from '@congso/domain/mail/reading/children/child-pool';
import { endLimitedChildren } from '@congso/domain/mail/reading/children/limited-child';
import type { RunChild } from '@congso/domain/mail/reading/run-limited-child';
import { authenticateNextMail } from '@congso/domain/mail/working/authenticate-received-mail';
import { readNextAlone, readNextMail } from '@congso/domain/mail/working/read-received-mail';
import { pressNotice } from '@congso/domain/notices/press-notice';
import type { Office } from '@congso/domain/office/office';
import { fireReminder } from '@congso/domain/reminders/fire-reminder';
import { sendSms } from '@congso/domain/sms/sending/send-sms';
import { Worker } from 'bullmq';
import type { Env } from './env.ts';

/** Who does a job, and how many of them at once in this process. */
type Binding = { readonly run: (office: Office, id: string) => Promise<void>; readonly concurrency: number };

/**
 * A letter is read in a second. One that takes longer is cut off, and read again after the next start, before
 * this process's own deadline for closing would end it and leave its folder behind.
 */
const GRACE_MS = 5_000;

/** A letter takes a processor while it is read; more at once would only wait for each other, and need memory. */
const READERS = Math.min(4, Math.max(2, availableParallelism()));

/** Every job and the function of the domain that does it. A missing one does not compile. */
function listBindings(env: Env, run: RunChild) {
  return {
    // The job's id only wakes: whose turn it is the domain decides.
    'read-mail': { run: (office, id) => readNextMail(office, id, run), concurrency: READERS },
    // What takes long takes one child at a time, and delays nobody else's.
    'read-mail-alone': { run: (office, id) => readNextAlone(office, id), concurrency: 1 },
    // Mostly waiting for name servers.
    'authenticate-mail': {
      run: (office, id) => authenticateNextMail(office, id, { dnsServers: env.DNS_SERVERS, run }),
      concurrency: 2,
    },
    'fire-reminder': { run: fireReminder, concurrency: 8 },
    'send-sms': { run: (office, id) => sendSms(office, id, join(env.DATA_DIR, 'sms')), concurrency: 4 },
    'press-notice': { run: pressNotice, concurrency: 2 },
  } satisfies Record<JobName, Binding>;
}

/**
 * Lets this process be woken. A job carries an id and no truth: what is to be done the domain reads in the database,
 * and a job that fails is simply woken again by the sweep when its claim has ended.
 *
 * @returns stops taking jobs and waits for those under way
 */
export function bindJobs(office: Office, env: Env): () => Promise<void> {
  const children = keepChildren();
  const bindings: Record<JobName, Binding> = listBindings(env, children.run);
  const workers = (Object.keys(bindings) as JobName[]).map((name) => {
    const { run, concurrency } = bindings[name];
    const worker = new Worker(
      name,
      async (job) => {
        const { id } = JOBS[name].parse(job.data);
        // What is due stays due: the sweep wakes it when there is room again.
        if (await office.room.isShort()) return;
        try {
          await run(office, id);
        } catch (error) {
          office.log.error({ err: error, job: name, id }, 'job failed');
        }
      },
      { connection: office.redis.open('worker'), prefix: bullPrefix(office.redis), concurrency },
    );
    worker.on('error', (error) => office.log.warn({ err: error, job: name }, 'worker'));
    return worker;
  });
  return async () => {
    const cutOff = setTimeout(endLimitedChildren, GRACE_MS);
    await Promise.all(workers.map((worker) => worker.close()));
    clearTimeout(cutOff);
    children.close();
  };
}
