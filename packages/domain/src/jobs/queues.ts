import { JOBS, type JobName } from '@congso/contract/jobs';
import { Queue } from 'bullmq';
import type { RedisStore } from '../stores/redis.ts';

/** The producing end of every queue. */
export type JobQueues = { get(job: JobName): Queue; all(): readonly Queue[]; close(): Promise<void> };

/** BullMQ's key prefix for an office; workers and queues must agree on it. */
export const bullPrefix = (redis: RedisStore) => `${redis.prefix}:bull`;

export function openQueues(redis: RedisStore): JobQueues {
  const queues = new Map<JobName, Queue>();
  const get = (job: JobName): Queue => {
    let queue = queues.get(job);
    if (!queue) {
      queue = new Queue(job, { connection: redis.commands, prefix: bullPrefix(redis), skipWaitingForReady: true });
      // Told by the store already; without a listener BullMQ prints it.
      queue.on('error', () => undefined);
      queues.set(job, queue);
      replaceIfBroken(job, queue);
    }
    return queue;
  };
  // BullMQ asks Redis something when a queue is made, and one that was made while Redis is away works never again.
  const replaceIfBroken = (job: JobName, queue: Queue) => {
    queue.waitUntilReady().catch(() => {
      if (queues.get(job) === queue) queues.delete(job);
    });
  };
  return {
    get,
    all: () => (Object.keys(JOBS) as JobName[]).map(get),
    close: async () => {
      for (const queue of queues.values()) await queue.close();
    },
  };
}
