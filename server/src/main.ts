import { createServer } from 'node:http';
import { answerSupervisor } from '@congso/domain/office/answer-supervisor';
import { closeOnSignal } from '@congso/domain/office/close-on-signal';
import { openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { readEnv } from './env.ts';
import { measureOffice } from './health/metrics.ts';
import { buildApp } from './http/app.ts';
import { attachRealtime } from './realtime/attach-realtime.ts';
import { openSocketServer } from './socket/open-socket.ts';
import { serveRequests } from './socket/request-door.ts';
import { connectionLimits } from './strangers/connection-limits.ts';
import { limitConnections } from './strangers/limit-connections.ts';
import { limitStrangers } from './strangers/strangers.ts';

const env = readEnv(process.env);
const log = pino({ name: 'server', level: env.LOG_LEVEL }, pino.destination(2));
const office = await openOffice({
  mongoUrl: env.MONGODB_URL,
  redisUrl: env.REDIS_URL,
  redisPrefix: env.REDIS_PREFIX,
  blobFolder: env.BLOB_DIR,
  databaseFolder: env.DATABASE_DIR,
  log,
});
const publicOrigins = env.PUBLIC_ORIGINS.split(',').filter((origin) => origin !== '');
// Whoever sends headers drop by drop holds a connection for nothing (slowloris); how long a body may take, its door knows.
const http = createServer({ headersTimeout: 20_000, connectionsCheckingInterval: 5_000 });
const nameConnection = limitConnections(http, connectionLimits(env.TRUSTED_PROXIES > 0));
const strangers = limitStrangers(office, env.TRUSTED_PROXIES, nameConnection);
http.on('request', await buildApp(office, env, publicOrigins, strangers));
const io = openSocketServer(http, office, publicOrigins, strangers);
const realtime = attachRealtime(io, office);
io.on('connection', (socket) => serveRequests(office, socket));
measureOffice(office, () => io.engine.clientsCount);

http.listen(env.PORT, env.HOST, () => {
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : env.PORT;
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
});

answerSupervisor();
closeOnSignal(log, async () => {
  await realtime.close();
  await io.close();
  await office.close();
});
