import { CLIENT_EVENTS } from '@congso/contract/socket';
import type { Office } from '@congso/domain/office/office';
import type { OfficeSocket, OfficeSockets } from '../socket/open-socket.ts';
import { conversationRoom, personRoom } from './rooms.ts';

/** One socket's typing is told at most so often. */
const TELL_EVERY_MS = 1_000;

/** "Somebody is typing": told to whoever is in the conversation, lost without harm, kept nowhere. */
export function serveTyping(io: OfficeSockets, office: Office): (socket: OfficeSocket) => void {
  office.bus.subscribe('typing.shown', ({ conversationId, personId }) => {
    io.to(conversationRoom(conversationId))
      .except(personRoom(personId))
      .volatile.emit('typing.shown', { conversationId, personId });
  });
  return (socket) => {
    let toldAt = Number.NEGATIVE_INFINITY;
    socket.on('typing.show', (raw: unknown) => {
      const parsed = CLIENT_EVENTS['typing.show'].safeParse(raw);
      if (!parsed.success || performance.now() - toldAt < TELL_EVERY_MS) return;
      const { conversationId } = parsed.data;
      // In the room is in the conversation: the rooms follow every change of members.
      if (!socket.rooms.has(conversationRoom(conversationId))) return;
      toldAt = performance.now();
      office.bus.publish('typing.shown', { conversationId, personId: socket.data.personId });
    });
  };
}
