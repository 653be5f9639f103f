import type { Logger } from 'pino';
import { COLLECTIONS } from './collections.ts';
import { openQueues } from './jobs/queues.ts';
import { settleAll } from './messages/settle-round.ts';
import { type Clock, systemClock } from './office/clock.ts';
import type { Office } from './office/office.ts';
import { loadSecret } from './office/secret-model.ts';
import { createRelay, type RelayLimits } from './outbox/relay.ts';
import { REACTIONS } from './reactions.ts';
import { openBlobStore } from './stores/blobs.ts';
import { openDiskRoom } from './stores/disk/disk-room.ts';
import { connectMongo } from './stores/mongo.ts';
import { connectRedis } from './stores/redis.ts';
import { createBus } from './sync/bus.ts';

export type OfficeSettings = {
  readonly mongoUrl: string;
  /** `redis://...` or the path of a Unix socket. */
  readonly redisUrl: string;
  readonly redisPrefix: string;
  readonly blobFolder: string;
  /** The folder of a database on this machine; its disk must keep room, or the database ends. */
  readonly databaseFolder?: string | undefined;
  readonly log: Logger;
  readonly clock?: Clock;
  /** For a process whose acceptances come first; what it does not tell, the sweep does. */
  readonly relayLimits?: RelayLimits;
};

export type OpenOffice = Office & { close(): Promise<void> };

/** Opens the stores, makes the indexes, and joins the parts. Each process opens one office. */
export async function openOffice(settings: OfficeSettings): Promise<OpenOffice> {
  const { log } = settings;
  const db = await connectMongo(settings.mongoUrl);
  const secret = await loadSecret({ db });
  const blobs = await openBlobStore(settings.blobFolder);
  const redis = connectRedis(settings.redisUrl, settings.redisPrefix, (error) => log.warn({ err: error }, 'redis'));
  const queues = openQueues(redis);
  const office: OpenOffice = {
    db,
    secret,
    redis,
    blobs,
    room: openDiskRoom({ contents: settings.blobFolder, database: settings.databaseFolder }),
    queues,
    log,
    bus: createBus(redis, log),
    relay: createRelay(() => office, settings.relayLimits),
    reactions: REACTIONS,
    clock: settings.clock ?? systemClock,
    close: async () => {
      await office.relay.settled();
      await settleAll(office);
      await queues.close();
      redis.close();
      blobs.close();
      await db.close();
    },
  };
  await Promise.all(COLLECTIONS.map((collection) => collection.of(office).createIndexes()));
  return office;
}
