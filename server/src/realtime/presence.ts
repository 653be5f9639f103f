import { CLIENT_EVENTS } from '@congso/contract/socket';
import { newId } from '@congso/domain/office/ids';
import type { Office } from '@congso/domain/office/office';
import { appear, listPresent, vanish } from '@congso/domain/presence/presence-store';
import type { OfficeSocket, OfficeSockets } from '../socket/open-socket.ts';
import { createBuckets } from '../strangers/bucket.ts';
import { presenceRoom } from './rooms.ts';

export type Presence = {
  enter(socket: OfficeSocket): void;
  /** Says of every socket here that it is still here, and tells watchers what they were not told. */
  refresh(): Promise<void>;
};

/** One socket's wish is followed at most so often: leaving and joining five hundred rooms costs more than any query. */
const FOLLOW_EVERY_MS = 1_000;
/** And one person's wishes over all sockets: fifty tabs that come back, then a few a second. */
const FOLLOW = { most: 60, perSecond: 5 };

/** Who is here, shown to those who watch. It gates nothing: with Redis away nobody is shown and nothing fails. */
export function createPresence(io: OfficeSockets, office: Office): Presence {
  const node = newId();
  const { adapter } = io.of('/');
  /** What the watchers of a person here were told last. */
  const shown = new Map<string, boolean>();
  const followed = createBuckets(FOLLOW);
  const ignore = (error: unknown) => office.log.debug({ err: error }, 'presence not noted: Redis is away');

  office.bus.subscribe('presence.changed', ({ personId, isOnline }) => {
    shown.set(personId, isOnline);
    io.to(presenceRoom(personId)).emit('presence.changed', { personId, isOnline });
  });

  const come = async ({ id, data: { personId } }: OfficeSocket) => {
    if (await appear(office, personId, `${node}:${id}`)) {
      office.bus.publish('presence.changed', { personId, isOnline: true });
    }
  };
  const go = async ({ id, data: { personId } }: OfficeSocket) => {
    if (await vanish(office, personId, `${node}:${id}`)) {
      office.bus.publish('presence.changed', { personId, isOnline: false });
    }
  };

  function watch(socket: OfficeSocket, raw: unknown): void {
    const parsed = CLIENT_EVENTS['presence.watch'].safeParse(raw);
    if (!parsed.success) return;
    // What a socket watches is what it asked for last, so the number of its rooms is bounded.
    const wanted = new Set(parsed.data.personIds.map(presenceRoom));
    for (const room of [...socket.rooms])
      if (room.startsWith(presenceRoom('')) && !wanted.has(room)) void socket.leave(room);
    void socket.join([...wanted].filter((room) => !socket.rooms.has(room)));
  }

  /** Follows the first wish at once, and of those that come too soon the last, later. */
  function serveWatching(socket: OfficeSocket): void {
    let isResting = false;
    let wish: { readonly raw: unknown } | null = null;
    const follow = (raw: unknown) => {
      isResting = true;
      if (followed.take(socket.data.personId)) watch(socket, raw);
      else wish = { raw };
      setTimeout(() => {
        isResting = false;
        const { raw: last } = wish ?? {};
        wish = null;
        // Who is gone is in no room any more, and must not come into one again.
        if (last !== undefined && socket.connected) follow(last);
      }, FOLLOW_EVERY_MS).unref();
    };
    socket.on('presence.watch', (raw: unknown) => {
      if (isResting) wish = { raw };
      else follow(raw);
    });
  }

  /** A process that died told nobody that its people are gone, and a nudge may be lost. */
  async function tellWatchers(): Promise<void> {
    const watched = [...adapter.rooms.keys()].filter((room) => room.startsWith(presenceRoom('')));
    const personIds = watched.map((room) => room.slice(presenceRoom('').length));
    const present = new Set(await listPresent(office, personIds));
    for (const personId of shown.keys()) if (!personIds.includes(personId)) shown.delete(personId);
    for (const personId of personIds) {
      const isOnline = present.has(personId);
      if (shown.get(personId) === isOnline) continue;
      shown.set(personId, isOnline);
      io.to(presenceRoom(personId)).emit('presence.changed', { personId, isOnline });
    }
  }

  return {
    enter: (socket) => {
      come(socket).catch(ignore);
      serveWatching(socket);
      socket.on('disconnect', () => {
        go(socket).catch(ignore);
      });
    },
    refresh: async () => {
      await Promise.all([...io.of('/').sockets.values()].map((socket) => come(socket).catch(ignore)));
      await tellWatchers();
    },
  };
}
