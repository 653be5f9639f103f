import { findConversation } from '@congso/domain/chat/access';
import { listMemberIds } from '@congso/domain/chat/present-conversations';
import type { Office } from '@congso/domain/office/office';
import { personRoom } from './rooms.ts';

/** Who is in a conversation, for whoever emits into it. */
export type Members = {
  /**
   * The rooms of the people who are in it, as of this version or a newer one; 0 for the newest this process has heard
   * of. Empty when there is no such conversation: emit to nobody then, for socket.io takes no rooms for all of them.
   */
  roomsOf(conversationId: string, membersVersion: number): Promise<readonly string[]>;
};

/** What this process knows of a conversation's members, and the newest version it was told of. */
type Known = { told: number; read: { version: number; rooms: readonly string[] } | null };

/** So many conversations are remembered; a forgotten one is read again before the next emit. */
const MAX_KNOWN = 20_000;

/**
 * Members are read once for each version and kept. Nothing has to follow a socket that comes or a member who goes: every
 * socket is in its person's room, and each packet names the people it is for.
 */
export function createMembers(office: Office): Members {
  const all = new Map<string, Known>();

  function knownOf(conversationId: string): Known {
    let known = all.get(conversationId);
    if (!known) {
      known = { told: 0, read: null };
      const [oldest] = all.keys();
      if (all.size >= MAX_KNOWN && oldest !== undefined) all.delete(oldest);
      all.set(conversationId, known);
    }
    return known;
  }

  return {
    roomsOf: async (conversationId, membersVersion) => {
      const known = knownOf(conversationId);
      // Infinity asks to read anew; it is no version anybody was told of.
      if (Number.isFinite(membersVersion)) known.told = Math.max(known.told, membersVersion);
      if (known.read && known.read.version >= Math.max(known.told, membersVersion)) return known.read.rooms;
      const conversation = await findConversation(office, conversationId);
      if (!conversation) return [];
      const rooms = (await listMemberIds(office, conversation)).map(personRoom);
      const { kind, membersVersion: version } = conversation;
      // A unit's members follow from appointments, which change without waiting for its version: asked every time.
      if (kind !== 'unit' && version >= (known.read?.version ?? 0)) known.read = { version, rooms };
      return rooms;
    },
  };
}
