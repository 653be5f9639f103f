import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEngine, startRedis } from './processes/start-stores.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The engine's address up to the name of a database; behind it go `?directConnection=true&w=1&journal=true` (engineUrl says why). */
    mongoSocket: string;
    /** The path of the private Redis's socket, for ioredis and as REDIS_URL. */
    redisUrl: string;
  }
}

/**
 * Starts one engine and one Redis for the whole run, on a temporary folder; each test takes a database and a queue
 * prefix of its own in them.
 */
export default async function startStores(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'congso-test-'));
  const engine = await startEngine({ dataDir: join(folder, 'mongo') });
  const redis = await startRedis({ dir: join(folder, 'redis') });
  project.provide('mongoSocket', engine.mongoUrl('').replace(/\?.*/, ''));
  project.provide('redisUrl', redis.url);
  return async () => {
    await Promise.all([engine.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
