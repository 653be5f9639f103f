import { Redis } from 'ioredis';

/** Connections to Redis, each for a use that would disturb the others. `prefix` keeps offices (and tests) apart. */
export type RedisStore = {
  readonly prefix: string;
  /** For commands: fails at once while Redis is away instead of queueing (no acknowledgement waits for Redis). */
  readonly commands: Redis;
  /** A further connection for a subscriber or a BullMQ worker; closed with the store. */
  open(use: 'subscriber' | 'worker'): Redis;
  close(): void;
};

/** `url` is `redis://...` or the path of a Unix socket. */
export function connectRedis(url: string, prefix: string, onError: (error: Error) => void): RedisStore {
  const opened: Redis[] = [];
  const connect = (options: { failFast: boolean }) => {
    const connection = new Redis(url, {
      enableOfflineQueue: !options.failFast,
      // BullMQ workers demand null; a command that fails fast must not retry either.
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    });
    connection.on('error', onError);
    opened.push(connection);
    return connection;
  };
  return {
    prefix,
    commands: connect({ failFast: true }),
    open: () => connect({ failFast: false }),
    close: () => {
      for (const connection of opened) connection.disconnect();
    },
  };
}
