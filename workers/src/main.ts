import { answerSupervisor } from '@congso/domain/office/answer-supervisor';
import { closeOnSignal } from '@congso/domain/office/close-on-signal';
import { openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { bindJobs } from './bind-jobs.ts';
import { readEnv } from './env.ts';
import { startSweeps } from './sweeps.ts';

const env = readEnv(process.env);
const log = pino({ name: 'workers', level: env.LOG_LEVEL }, pino.destination(2));
const office = await openOffice({
  mongoUrl: env.MONGODB_URL,
  redisUrl: env.REDIS_URL,
  redisPrefix: env.REDIS_PREFIX,
  blobFolder: env.BLOB_DIR,
  databaseFolder: env.DATABASE_DIR,
  log,
});
const stopJobs = bindJobs(office, env);
const stopSweeps = startSweeps(office);
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);

answerSupervisor();
closeOnSignal(log, async () => {
  await Promise.all([stopJobs(), stopSweeps()]);
  await office.close();
});
