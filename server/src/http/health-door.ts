import type { Office } from '@congso/domain/office/office';
import { Router } from 'express';
import { metrics } from './metrics.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve (the database answers). `/metrics`: figures. */
export function healthDoor(office: Office): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const mongo = await answers(() => office.db.db?.command({ ping: 1 }, { timeoutMS: 2_000 }));
    const redis = await answers(() => office.redis.commands.ping());
    // Redis away delays nudges and jobs; people can still work, so it does not make the process unready.
    response.status(mongo ? 200 : 503).json({ ready: mongo, mongo, redis });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
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
