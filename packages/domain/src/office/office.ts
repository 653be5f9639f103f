import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { JobQueues } from '../jobs/queues.ts';
import type { Reactions } from '../outbox/reactions.ts';
import type { Relay } from '../outbox/relay.ts';
import type { BlobStore } from '../stores/blobs.ts';
import type { DiskRoom } from '../stores/disk/disk-room.ts';
import type { RedisStore } from '../stores/redis.ts';
import type { Bus } from '../sync/bus.ts';
import type { Clock } from './clock.ts';

/** Everything a command needs of its surroundings. One per process, made by `open-office.ts`, passed as first argument. */
export type Office = {
  readonly db: Connection;
  readonly redis: RedisStore;
  readonly blobs: BlobStore;
  readonly room: DiskRoom;
  readonly bus: Bus;
  readonly queues: JobQueues;
  readonly relay: Relay;
  readonly reactions: Reactions;
  /** What no other office knows (`secret-model.ts`): never answered, never logged. */
  readonly secret: Buffer;
  readonly clock: Clock;
  readonly log: Logger;
};
