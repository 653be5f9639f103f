import { conversationFactSchema } from '@congso/contract/chat';
import { idSchema } from '@congso/contract/ids';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { RedisStore } from '../stores/redis.ts';

/** What processes tell each other. All of it may be lost: the database is the truth, sweeps and gaps repair. */
const CHANNELS = {
  'stream.moved': z.object({ to: z.union([z.array(idSchema), z.literal('everyone')]) }),
  /** `facts` may be empty: then the receiver reads them from the database. */
  'conversation.moved': z.object({
    conversationId: idSchema,
    membersVersion: z.number().int(),
    facts: z.array(conversationFactSchema),
  }),
  'conversation.opened': z.object({ conversationId: idSchema, personIds: z.array(idSchema) }),
  'session.ended': z.object({ personId: idSchema, exceptSessionId: idSchema.nullable() }),
  'typing.shown': z.object({ conversationId: idSchema, personId: idSchema }),
  'presence.changed': z.object({ personId: idSchema, isOnline: z.boolean() }),
} as const;

export type ChannelName = keyof typeof CHANNELS;
export type ChannelPayload<K extends ChannelName> = z.infer<(typeof CHANNELS)[K]>;

/** Nudges between processes over Redis pub/sub. */
export type Bus = {
  /** Tells all processes, this one included. Never waits, never fails its caller. */
  publish<K extends ChannelName>(name: K, payload: ChannelPayload<K>): void;
  /** Listens; only server processes do. */
  subscribe<K extends ChannelName>(name: K, listener: (payload: ChannelPayload<K>) => void): void;
};

export function createBus(redis: RedisStore, log: Logger): Bus {
  const channel = (name: ChannelName) => `${redis.prefix}:${name}`;
  const listeners = new Map<string, { name: ChannelName; listener: (payload: never) => void }[]>();
  let subscriber: ReturnType<RedisStore['open']> | null = null;

  const hear = (from: string, message: string) => {
    for (const { name, listener } of listeners.get(from) ?? []) {
      const parsed = CHANNELS[name].safeParse(JSON.parse(message));
      if (parsed.success) listener(parsed.data as never);
      else log.warn({ channel: from }, 'nudge of another shape ignored');
    }
  };

  return {
    publish: (name, payload) => {
      redis.commands.publish(channel(name), JSON.stringify(payload)).catch((error: unknown) => {
        log.debug({ err: error, name }, 'nudge not sent: Redis is away, sweeps will repair');
      });
    },
    subscribe: (name, listener) => {
      if (!subscriber) {
        subscriber = redis.open('subscriber');
        subscriber.on('message', hear);
      }
      const key = channel(name);
      listeners.set(key, [...(listeners.get(key) ?? []), { name, listener }]);
      subscriber.subscribe(key).catch((error: unknown) => log.warn({ err: error, name }, 'cannot subscribe yet'));
    },
  };
}
