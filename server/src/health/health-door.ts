import type { Office } from '@congso/domain/office/office';
import { Router } from 'express';
import { askSeldom } from './ask-seldom.ts';
import type { IsOperator } from './is-operator.ts';
import { metrics } from './metrics.ts';

/** Whoever asks more often than that is told what the one before was told. */
const EVERY_MS = 1_000;

/**
 * `/healthz`: the process lives. `/readyz`: it can serve (the database answers); which store does not, only the operator
 * is told. `/metrics`: figures, for the operator; nobody else learns that they are there.
 */
export function healthDoor(office: Office, isOperator: IsOperator): Router {
  const router = Router();
  const lookAtStores = askSeldom(EVERY_MS, async () => {
    const [mongo, redis] = await Promise.all([
      answers(() => office.db.db?.command({ ping: 1 }, { timeoutMS: 2_000 })),
      answers(() => office.redis.commands.ping()),
    ]);
    return { mongo, redis };
  });
  const readMetrics = askSeldom(EVERY_MS, () => metrics.metrics());
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (request, response) => {
    const { mongo, redis } = await lookAtStores();
    // Redis away delays nudges and jobs; people can still work, so it does not make the process unready.
    const answer = isOperator(request) ? { ready: mongo, mongo, redis } : { ready: mongo };
    response.status(mongo ? 200 : 503).json(answer);
  });
  router.get('/metrics', async (request, response, next) => {
    if (!isOperator(request)) return next('router');
    response.type(metrics.contentType).send(await readMetrics());
  });
  return router;
}

async function answers(ask: () => Promise<unknown> | undefined): Promise<boolean> {
  try {
    return (await ask()) !== undefined;
  } catch {
    return false;
  }
}
