import { join } from 'node:path';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Env } from '../env.ts';
import { filesRouter } from '../files/files-router.ts';
import { healthDoor } from '../health/health-door.ts';
import { readOperators } from '../health/is-operator.ts';
import { originalDoor } from '../mail/original-door.ts';
import { receiptDoor } from '../sms/receipt-door.ts';
import { meetStrangers } from '../strangers/meet-strangers.ts';
import type { Strangers } from '../strangers/strangers.ts';
import { answerFault } from './answer-fault.ts';
import { commandDoor } from './command-door.ts';
import { keepAnswer } from './kept-answer.ts';
import { describeApi } from './openapi.ts';
import { pagesRouter } from './pages-router.ts';

/** Everything served over HTTP. */
export async function buildApp(
  office: Office,
  env: Env,
  publicOrigins: readonly string[],
  strangers: Strangers,
): Promise<Express> {
  const app = express();
  app.set('trust proxy', env.TRUSTED_PROXIES);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(protectPages());
  const isOperator = readOperators(env.OPERATOR_NETWORKS);
  const meet = meetStrangers(strangers);
  app.use(['/healthz', '/readyz', '/metrics'], (request, response, next) =>
    isOperator(request) ? next() : meet(request, response, next),
  );
  app.use(healthDoor(office, isOperator));
  app.use(['/api', '/files', '/mails'], meet);
  app.get(
    '/api/openapi.json',
    keepAnswer('application/json', () => JSON.stringify(describeApi())),
  );
  app.use('/api', commandDoor(office, publicOrigins));
  app.use('/files', await filesRouter(office, join(env.BLOB_DIR, 'uploads'), publicOrigins));
  app.use('/mails', originalDoor(office, publicOrigins));
  app.use('/sms', receiptDoor(office));
  if (env.WEB_DIR) app.use(pagesRouter(env.WEB_DIR));
  app.use(meet, (_request, _response, next) => next(new Refusal('NOT_FOUND')));
  // Express's own answer shows the stack wherever NODE_ENV is not set.
  app.use(answerFault(office));
  return app;
}

/** Headers that keep a page of ours from running what is not ours. Mantine sets styles inline, hence 'unsafe-inline' for those only. */
function protectPages() {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // TLS may end at a proxy or be absent in the office's own network; upgrading would break the latter.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}
