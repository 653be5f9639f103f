import { CLIENT_EVENTS } from '@congso/contract/socket';
import type { Office } from '@congso/domain/office/office';
import type { OfficeSocket, OfficeSockets } from '../socket/open-socket.ts';
import { createBuckets } from '../strangers/bucket.ts';
import type { Members } from './members.ts';
import { personRoom } from './rooms.ts';

/** One person's typing is told, and asked about, at most so often, however many sockets they have. */
const TELL = { most: 1, perSecond: 1 };

/** "Somebody is typing": told to whoever is in the conversation, lost without harm, kept nowhere. */
export function serveTyping(io: OfficeSockets, office: Office, members: Members): (socket: OfficeSocket) => void {
  const ignore = (error: unknown) => office.log.debug({ err: error }, 'typing not told');

  async function show(conversationId: string, personId: string): Promise<void> {
    const others = (await members.roomsOf(conversationId, 0)).filter((room) => room !== personRoom(personId));
    if (others.length > 0) io.to(others).volatile.emit('typing.shown', { conversationId, personId });
  }
  async function tell(conversationId: string, personId: string): Promise<void> {
    const rooms = await members.roomsOf(conversationId, 0);
    if (rooms.includes(personRoom(personId))) office.bus.publish('typing.shown', { conversationId, personId });
  }

  office.bus.subscribe('typing.shown', ({ conversationId, personId }) => {
    show(conversationId, personId).catch(ignore);
  });
  const told = createBuckets(TELL);
  return (socket) => {
    const { personId } = socket.data;
    socket.on('typing.show', (raw: unknown) => {
      const parsed = CLIENT_EVENTS['typing.show'].safeParse(raw);
      if (parsed.success && told.take(personId)) tell(parsed.data.conversationId, personId).catch(ignore);
    });
  };
}
