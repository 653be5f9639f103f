import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeTestOffice, openTestOffice } from '@congso/test/support/test-office';
import { expect, it } from 'vitest';
import { listPresent } from '../presence/presence-store.ts';
import { connectRedis } from '../stores/redis.ts';
import { openQueues } from './queues.ts';
import { wake } from './wake.ts';

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

it('a Redis that hangs is one that is away: waking and asking end in a moment, and go on when it wakes up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-queues-'));
  const socket = join(folder, 'redis.sock');
  const redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', ''], { stdio: 'ignore' });
  const store = connectRedis(socket, 'queues', () => undefined);
  const queues = openQueues(store);
  const office = await openTestOffice();
  const cutOff = Object.assign(Object.create(office), { redis: store, queues });
  try {
    await expect.poll(() => store.commands.status, { timeout: 10_000 }).toBe('ready');
    await wake(cutOff, 'read-mail', 'first', office.clock.now());
    redis.kill('SIGSTOP');
    // More than a relay has hands: none of them may be kept for good.
    await Promise.all(Array.from({ length: 20 }, (_, n) => wake(cutOff, 'read-mail', `m${n}`, office.clock.now())));
    await expect(store.commands.ping()).rejects.toThrow();
    expect(await listPresent(cutOff, ['an'])).toEqual([]);
    redis.kill('SIGCONT');
    // The line may break once more while what hung is answered at last.
    const wakeAgain = async () => {
      await wake(cutOff, 'read-mail', 'second', office.clock.now());
      return queues
        .get('read-mail')
        .getJob(`second.${office.clock.now().getTime()}`)
        .catch(() => undefined);
    };
    await expect.poll(wakeAgain, { timeout: 15_000 }).toBeDefined();
  } finally {
    redis.kill('SIGCONT');
    await queues.close();
    store.close();
    redis.kill('SIGKILL');
    await once(redis, 'exit');
    await closeTestOffice(office);
    await rm(folder, { recursive: true, force: true });
  }
}, 40_000);
