import { Redis } from 'ioredis';

/** Connections to Redis, each for a use that would disturb the others. `prefix` keeps offices (and tests) apart. */
export type RedisStore = {
  readonly prefix: string;
  /**
   * For commands: fails at once while Redis is away, and within `PATIENCE_MS` while it hangs, instead of queueing (no
   * acknowledgement waits for Redis).
   */
  readonly commands: Redis;
  /** A further connection for a subscriber or a BullMQ worker; closed with the store. */
  open(use: 'subscriber' | 'worker'): Redis;
  close(): void;
};

/** A Redis that has not answered for so long is away: a relay or a readiness probe must not wait for it. */
const PATIENCE_MS = 2_000;

/** `url` is `redis://...` or the path of a Unix socket. */
export function connectRedis(url: string, prefix: string, onError: (error: Error) => void): RedisStore {
  const opened: Redis[] = [];
  const connect = (options: { failFast: boolean }) => {
    const connection = new Redis(url, {
      enableOfflineQueue: !options.failFast,
      // Not where a worker blocks or a subscriber listens: silence is usual there. The line is given up as well, so that
      // what comes after fails at once and does not pile up behind what hangs.
      ...(options.failFast && { commandTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }),
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
