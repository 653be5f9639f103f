import { answerSupervisor } from '@congso/domain/office/answer-supervisor';
import { closeOnSignal } from '@congso/domain/office/close-on-signal';
import { openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { loadCertificate } from './certificate.ts';
import { readEnv } from './env.ts';
import { MailGateway } from './mail-gateway.ts';

const env = readEnv(process.env);
const log = pino({ name: 'mail-gateway', level: env.LOG_LEVEL }, pino.destination(2));
const certificate = await loadCertificate(env.TLS_DIR, env.SMTP_NAME);
const office = await openOffice({
  mongoUrl: env.MONGODB_URL,
  redisUrl: env.REDIS_URL,
  redisPrefix: env.REDIS_PREFIX,
  blobFolder: env.BLOB_DIR,
  databaseFolder: env.DATABASE_DIR,
  log,
});
const gateway = new MailGateway(office, { name: env.SMTP_NAME, certificate });

const listening = gateway.listen(env.SMTP_PORT, env.SMTP_HOST, () => {
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : env.SMTP_PORT;
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
});
// A port that is taken is no connection that failed: there is nothing to serve.
listening.once('error', (error) => {
  log.fatal({ err: error }, 'cannot listen');
  process.exit(1);
});

answerSupervisor();
closeOnSignal(log, async () => {
  await new Promise<void>((resolve) => gateway.close(resolve));
  await office.close();
});
