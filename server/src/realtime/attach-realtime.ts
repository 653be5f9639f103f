import type { Office } from '@congso/domain/office/office';
import { repeat } from '../repeat.ts';
import type { OfficeSockets } from '../socket/open-socket.ts';
import { endSockets } from './end-sessions.ts';
import { createFanOut } from './fan-out.ts';
import { createMembers } from './members.ts';
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
  const members = createMembers(office);
  const fanOut = createFanOut(io, office, members);
  const presence = createPresence(io, office);
  const listenForTyping = serveTyping(io, office, members);
  const endOver = endSockets(io, office);

  office.bus.subscribe('conversation.moved', fanOut.hear);
  office.bus.subscribe('stream.moved', ({ to }) => {
    const told = to === 'everyone' ? io : io.to(to.map(personRoom));
    told.emit('stream.moved', {});
  });

  io.on('connection', (socket) => {
    // In the turn the client is told that it is connected, so that what it reads then and what it is told leave no gap.
    void socket.join(personRoom(socket.data.personId));
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
