import { conversationFactSchema } from '@congso/contract/chat';
import { idSchema } from '@congso/contract/ids';
import type { Logger } from 'pino';
import { z } from 'zod';
import { newId } from '../office/ids.ts';
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
  'session.ended': z.object({ personId: idSchema, exceptSessionId: idSchema.nullable() }),
  'typing.shown': z.object({ conversationId: idSchema, personId: idSchema }),
  'presence.changed': z.object({ personId: idSchema, isOnline: z.boolean() }),
} as const;

export type ChannelName = keyof typeof CHANNELS;
export type ChannelPayload<K extends ChannelName> = z.infer<(typeof CHANNELS)[K]>;

/** Nudges between processes over Redis pub/sub; within a process they need no Redis. */
export type Bus = {
  /** Tells all processes, this one included and at once. Never waits, never fails its caller. */
  publish<K extends ChannelName>(name: K, payload: ChannelPayload<K>): void;
  /** Listens; only server processes do. */
  subscribe<K extends ChannelName>(name: K, listener: (payload: ChannelPayload<K>) => void): void;
};

export function createBus(redis: RedisStore, log: Logger): Bus {
  const channel = (name: ChannelName) => `${redis.prefix}:${name}`;
  const listeners = new Map<ChannelName, ((payload: never) => void)[]>();
  const nameOf = new Map<string, ChannelName>();
  let subscriber: ReturnType<RedisStore['open']> | null = null;
  // Stands before what this process sent itself: it has heard that already.
  const self = newId();

  const tellListeners = (name: ChannelName, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) {
      try {
        listener(payload as never);
      } catch (error) {
        log.error({ err: error, name }, 'nudge not followed');
      }
    }
  };

  const hear = (from: string, message: string) => {
    const name = nameOf.get(from);
    if (!name || message.startsWith(self)) return;
    const parsed = CHANNELS[name].safeParse(JSON.parse(message.slice(self.length)));
    if (parsed.success) tellListeners(name, parsed.data);
    else log.warn({ channel: from }, 'nudge of another shape ignored');
  };

  return {
    publish: (name, payload) => {
      redis.commands.publish(channel(name), self + JSON.stringify(payload)).catch((error: unknown) => {
        log.debug({ err: error, name }, 'nudge not sent: Redis is away, sweeps will repair');
      });
      // Not within the caller's own turn: what a listener does is none of its business.
      queueMicrotask(() => tellListeners(name, payload));
    },
    subscribe: (name, listener) => {
      if (!subscriber) {
        subscriber = redis.open('subscriber');
        subscriber.on('message', hear);
      }
      const key = channel(name);
      nameOf.set(key, name);
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      subscriber.subscribe(key).catch((error: unknown) => log.warn({ err: error, name }, 'cannot subscribe yet'));
    },
  };
}
