import { findConversation } from '@congso/domain/chat/access';
import { listConversationsOf } from '@congso/domain/chat/list-conversations';
import { listMemberIds } from '@congso/domain/chat/present-conversations';
import type { Office } from '@congso/domain/office/office';
import { authenticateSession } from '@congso/domain/sessions/authenticate';
import type { OfficeSocket, OfficeSockets } from '../socket/open-socket.ts';
import { conversationRoom, personRoom } from './rooms.ts';

/** Which sockets of this process hear which conversation. */
export type ConversationRooms = {
  /** Puts a socket into its person's rooms, before the client is told that it is connected. */
  enter(socket: OfficeSocket): Promise<void>;
  /** Makes sure that the room holds its members' sockets and no others, as of this version or a newer one. */
  bringUpToDate(conversationId: string, membersVersion: number): Promise<void>;
};

/** So many conversations' versions are remembered; a forgotten one is read again before the next emit. */
const MAX_KNOWN = 20_000;

export function createConversationRooms(io: OfficeSockets, office: Office): ConversationRooms {
  const { adapter } = io.of('/');
  const versions = new Map<string, number>();

  async function reload(conversationId: string): Promise<void> {
    const conversation = await findConversation(office, conversationId);
    const memberIds = conversation ? await listMemberIds(office, conversation) : [];
    const room = conversationRoom(conversationId);
    const wanted = new Set(memberIds.flatMap((id) => [...(adapter.rooms.get(personRoom(id)) ?? [])]));
    const leaving = [...(adapter.rooms.get(room) ?? [])].filter((socketId) => !wanted.has(socketId));
    for (const socketId of leaving) void adapter.del(socketId, room);
    for (const socketId of wanted) void adapter.addAll(socketId, new Set([room]));
    const [oldest] = versions.keys();
    if (versions.size >= MAX_KNOWN && oldest !== undefined) versions.delete(oldest);
    // A unit's members follow from appointments, which change without waiting for its version: asked every time.
    if (conversation && conversation.kind !== 'unit') versions.set(conversationId, conversation.membersVersion);
  }

  return {
    bringUpToDate: async (conversationId, membersVersion) => {
      if ((versions.get(conversationId) ?? -1) < membersVersion) await reload(conversationId);
    },
    enter: async (socket) => {
      void adapter.addAll(socket.id, new Set([personRoom(socket.data.personId)]));
      const caller = await authenticateSession(office, socket.data.sessionId);
      if (!caller) throw new Error('NOT_SIGNED_IN');
      const mine = await listConversationsOf(office, caller);
      void adapter.addAll(socket.id, new Set(mine.map(({ _id }) => conversationRoom(_id))));
      // Somebody may have been removed while the list was read: what is known to be newer is read again.
      for (const { _id, membersVersion } of mine) {
        if ((versions.get(_id) ?? -1) > membersVersion) await reload(_id);
      }
    },
  };
}
