import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { findProgram } from '../find-program.ts';
import type { ProcessSpec } from '../supervise/start-process.ts';
import { pingRedis } from './ping-redis.ts';
import { setAsideRedis } from './set-aside-redis.ts';

/** Where clients find the private Redis; ioredis takes this path in place of an address. */
export function redisSocket(runtimeDir: string): string {
  return join(runtimeDir, 'redis.sock');
}

/**
 * How the private Redis is started: on a Unix socket only, its queue in an append-only file in `dir` (made if missing).
 *
 * @param runtimeDir a private folder from `prepareRuntimeFolder`
 * @throws ClearFailure when there is no redis-server on this system
 */
export function redisProcess(dir: string, runtimeDir: string): ProcessSpec {
  const command = findProgram('redis-server');
  if (!command) {
    throw new ClearFailure(
      'redis-server is missing: install the package redis-server, or set REDIS_URL to a Redis server.',
    );
  }
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return {
    name: 'redis',
    command,
    args: [
      ...['--port', '0', '--unixsocket', redisSocket(runtimeDir), '--unixsocketperm', '600'],
      ...['--dir', dir, '--appendonly', 'yes', '--save', ''],
      // BullMQ's jobs must not be evicted: a full memory has to be an error, never a job that silently is no more.
      ...['--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
    ],
    isReady: (line) => /ready to accept connections/i.test(line),
    readyTimeoutMs: 60_000,
    stopTimeoutMs: 15_000,
    health: () => pingRedis(redisSocket(runtimeDir)),
    onDeath: async (end) => (end === null ? setAsideRedis(dir) : null),
  };
}
