import type { Server as HttpServer } from 'node:http';
import { LIMITS } from '@congso/contract/limits';
import { type ClientEvents, PROTOCOL_VERSION, type ServerEvents } from '@congso/contract/socket';
import type { Office } from '@congso/domain/office/office';
import { authenticateSecret } from '@congso/domain/sessions/authenticate';
import { Server, type Socket } from 'socket.io';
import { isOwner } from '../http/find-caller.ts';
import { isOwnOrigin } from '../http/is-own-origin.ts';
import { secretOf } from '../http/session-cookie.ts';
import type { Strangers } from '../strangers/strangers.ts';
import { endWhenBehind } from './end-when-behind.ts';
import { guardLines, type LineGuard } from './guard-lines.ts';

/** What the server knows of a socket. The session id is authenticated anew for every command. */
export type SocketData = { personId: string; sessionId: string; language: 'vi' | 'en' };
type NoEvents = Record<string, never>;
export type OfficeSocket = Socket<ClientEvents, ServerEvents, NoEvents, SocketData>;
export type OfficeSockets = Server<ClientEvents, ServerEvents, NoEvents, SocketData>;

/** Over a slow line a question and its answer take a second or two. */
const NAMED_WITHIN_MS = 10_000;

/** The realtime door: only from the office's own pages, only for somebody signed in with a
 * password of their own, only in today's protocol. */
export function openSocketServer(
  http: HttpServer,
  office: Office,
  publicOrigins: readonly string[],
  strangers: Strangers,
): OfficeSockets {
  const guard = guardLines(office, strangers);
  const io: OfficeSockets = new Server(http, {
    maxHttpBufferSize: LIMITS.commandBytes,
    serveClient: false,
    // WebSocket first; long polling remains for old proxies.
    transports: ['websocket', 'polling'],
    connectTimeout: NAMED_WITHIN_MS,
    allowRequest: (request, decide) => {
      if (isOwnOrigin(request, publicOrigins)) guard.admit(request, decide);
      else decide(null, false);
    },
  });
  io.engine.on('connection', (line) => {
    endWhenBehind(line, office.log);
    guard.watch(line);
  });
  io.use((socket, next) => {
    admit(office, socket, guard).then(
      (refused) => next(refused ?? undefined),
      (error: unknown) => {
        office.log.error({ err: error }, 'handshake failed');
        next(new Error('UNAVAILABLE'));
      },
    );
  });
  return io;
}

/** Null when the socket may come in; its `data` is filled then. */
async function admit(office: Office, socket: OfficeSocket, guard: LineGuard): Promise<Error | null> {
  const { protocol, token, personId } = socket.handshake.auth as Partial<Record<string, unknown>>;
  if (protocol !== PROTOCOL_VERSION) return new Error('PROTOCOL_OUTDATED');
  const secret = typeof token === 'string' ? token : secretOf(socket.request);
  const caller = secret === null ? null : await authenticateSecret(office, secret);
  if (!caller || !isOwner(caller, personId)) return new Error('NOT_SIGNED_IN');
  // A socket hears without asking, so it is not for a password that somebody else still knows.
  if (caller.mustChangePassword) return new Error('PASSWORD_MUST_CHANGE');
  if (!guard.name(socket.conn, caller.personId)) return new Error('TOO_MANY_REQUESTS');
  socket.data = { personId: caller.personId, sessionId: caller.sessionId, language: caller.language };
  return null;
}
