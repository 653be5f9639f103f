import { z } from 'zod';
import { conversationFactSchema } from './chat.ts';
import { errorAnswerSchema } from './errors.ts';
import { idSchema } from './ids.ts';

export { PROTOCOL_VERSION } from './protocol.ts';

/** One request over the socket, acknowledged with `SocketAnswer`. */
export const socketRequestSchema = z.object({ name: z.string().max(80), input: z.unknown() });
export const socketAnswerSchema = z.union([z.object({ result: z.unknown() }), errorAnswerSchema]);
export type SocketAnswer = z.infer<typeof socketAnswerSchema>;

/** What the server tells a socket. The socket is a hint, the database is the truth. */
export const SERVER_EVENTS = {
  /** Facts of one conversation, in order; a gap before the first is filled with `messages.list`. */
  'conversation.facts': z.object({ conversationId: idSchema, facts: z.array(conversationFactSchema) }),
  /** Something on my stream changed: pull. */
  'stream.moved': z.object({}),
  'typing.shown': z.object({ conversationId: idSchema, personId: idSchema }),
  'presence.changed': z.object({ personId: idSchema, isOnline: z.boolean() }),
  /** The session is over; the socket closes after it. */
  'session.ended': z.object({}),
} as const;

/** What a socket tells without waiting for an answer. */
export const CLIENT_EVENTS = {
  'typing.show': z.object({ conversationId: idSchema }),
  'presence.watch': z.object({ personIds: z.array(idSchema).max(500) }),
} as const;

export type ServerEvents = { [K in keyof typeof SERVER_EVENTS]: (payload: z.infer<(typeof SERVER_EVENTS)[K]>) => void };
export type ClientEvents = {
  request: (request: z.infer<typeof socketRequestSchema>, answer: (answer: SocketAnswer) => void) => void;
} & { [K in keyof typeof CLIENT_EVENTS]: (payload: z.infer<(typeof CLIENT_EVENTS)[K]>) => void };
