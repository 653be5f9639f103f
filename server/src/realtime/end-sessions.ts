import type { Office } from '@congso/domain/office/office';
import { authenticateSession } from '@congso/domain/sessions/authenticate';
import type { OfficeSocket, OfficeSockets } from '../socket/open-socket.ts';

/**
 * Closes the sockets whose session is over: at once when it is told, and by a look at all of them now and then, because
 * a socket also hears without asking and a nudge may be lost. Answers that look.
 */
export function endSockets(io: OfficeSockets, office: Office): () => Promise<void> {
  const endIfOver = async (socket: OfficeSocket) => {
    if ((await authenticateSession(office, socket.data.sessionId)) !== null) return;
    socket.emit('session.ended', {});
    socket.disconnect(true);
  };
  const look = async (isAsked: (socket: OfficeSocket) => boolean) => {
    // Asked together, the database answers them together.
    await Promise.all([...io.of('/').sockets.values()].filter(isAsked).map(endIfOver));
  };
  office.bus.subscribe('session.ended', ({ personId }) => {
    look((socket) => socket.data.personId === personId).catch((error: unknown) => {
      office.log.warn({ err: error }, 'sockets of an ended session left for the next look');
    });
  });
  return () => look(() => true);
}
