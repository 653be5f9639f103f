import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { type RunningProcess, startProcess } from '../supervise/start-process.ts';
import { redisProcess, redisSocket } from './redis-process.ts';

type RunningRedis = RunningProcess & { url: string };

let dir: string;
let redis: RunningRedis | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'congso-redis-'));
});

afterEach(async () => {
  await redis?.stop();
  redis = undefined;
  rmSync(prepareRuntimeFolder(dir), { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
});

async function startRedis(): Promise<RunningRedis> {
  const runtimeDir = prepareRuntimeFolder(dir);
  return { ...(await startProcess(redisProcess(dir, runtimeDir))), url: redisSocket(runtimeDir) };
}

test('what was queued is still there after Redis was stopped and started again', async () => {
  redis = await startRedis();
  const client = new Redis(redis.url);
  await client.set('job', 'waiting');
  await client.quit();
  await redis.stop();

  redis = await startRedis();
  const again = new Redis(redis.url);
  expect(await again.get('job')).toBe('waiting');
  await again.quit();
});

test('a full memory is an error to the writer, never a job that silently is no more', async () => {
  redis = await startRedis();
  const client = new Redis(redis.url);
  expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  await client.quit();
});

test('Redis listens on its private socket only', async () => {
  redis = await startRedis();
  const client = new Redis(redis.url);
  expect(await client.config('GET', 'port')).toEqual(['port', '0']);
  await client.quit();
});

test('Redis answers whether it still works, and is silent when it is stopped in its tracks', async () => {
  redis = await startRedis();
  await redis.askHealth?.();
  process.kill(redis.pid, 'SIGSTOP');
  let isAnswered = false;
  const asked = redis.askHealth?.().then(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isAnswered).toBe(false);
  process.kill(redis.pid, 'SIGCONT');
  await asked;
});
