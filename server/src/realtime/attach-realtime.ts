import type { Office } from '@congso/domain/office/office';
import { repeat } from '../repeat.ts';
import type { OfficeSocket, OfficeSockets } from '../socket/open-socket.ts';
import { createConversationRooms } from './conversation-rooms.ts';
import { endSockets } from './end-sessions.ts';
import { createFanOut } from './fan-out.ts';
import { createPresence } from './presence.ts';
import { personRoom } from './rooms.ts';
import { serveTyping } from './typing.ts';

export type Realtime = { close(): Promise<void> };

const SWEEP_EVERY_MS = 3_000;
/** Each sweep looks back over the one before: clocks of machines differ, and a write may take a while. */
const SWEEP_BACK_MS = 8_000;
const PRESENCE_EVERY_MS = 20_000;
const SESSIONS_EVERY_MS = 5_000;

/** Everything the server tells its sockets by itself. */
export function attachRealtime(io: OfficeSockets, office: Office): Realtime {
  const rooms = createConversationRooms(io, office);
  const fanOut = createFanOut(io, office, rooms);
  const presence = createPresence(io, office);
  const listenForTyping = serveTyping(io, office);
  const endOver = endSockets(io, office);

  office.bus.subscribe('conversation.moved', fanOut.hear);
  office.bus.subscribe('stream.moved', ({ to }) => {
    const told = to === 'everyone' ? io : io.to(to.map(personRoom));
    told.emit('stream.moved', {});
  });

  // In the handshake, so that what a client reads after it is connected and what it is told leave no gap between them.
  io.use((socket: OfficeSocket, next) => {
    rooms.enter(socket).then(
      () => next(),
      (error: unknown) => {
        office.log.warn({ err: error }, 'socket without rooms refused');
        next(new Error('UNAVAILABLE'));
      },
    );
  });
  io.on('connection', (socket) => {
    presence.enter(socket);
    listenForTyping(socket);
  });

  const repeated = [
    repeat(office, SWEEP_EVERY_MS, () => fanOut.sweep(SWEEP_BACK_MS)),
    repeat(office, PRESENCE_EVERY_MS, presence.refresh),
    repeat(office, SESSIONS_EVERY_MS, endOver),
  ];
  return {
    close: async () => {
      await Promise.all(repeated.map((stop) => stop()));
    },
  };
}
