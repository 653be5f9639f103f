import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectRedis } from '../stores/redis.ts';
import { openQueues } from './queues.ts';

it('a queue that was first asked for while Redis was away takes jobs when it is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-queues-'));
  const socket = join(folder, 'redis.sock');
  const store = connectRedis(socket, 'queues', () => undefined);
  const queues = openQueues(store);
  const add = () => queues.get('read-mail').add('read-mail', { id: 'm' }, { jobId: 'm' });
  await expect(add()).rejects.toThrow();
  const redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', ''], { stdio: 'ignore' });
  try {
    await expect.poll(() => store.commands.status, { timeout: 10_000 }).toBe('ready');
    await add();
    expect(await queues.get('read-mail').getWaitingCount()).toBe(1);
  } finally {
    await queues.close();
    store.close();
    redis.kill('SIGKILL');
    await once(redis, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
});
