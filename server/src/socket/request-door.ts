import { type SocketAnswer, socketRequestSchema } from '@congso/contract/socket';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { authenticateSession } from '@congso/domain/sessions/authenticate';
import { attempt, carryOut } from '../answering/carry-out.ts';
import type { OfficeSocket } from './open-socket.ts';
import { forgivePacket } from './person-lines.ts';

/** So many requests of one socket may be under way; more are refused at once, so memory stays bounded (G8). */
const MAX_IN_FLIGHT = 100;

/** Commands and queries over the socket, each acknowledged with a result or an error. */
export function serveRequests(office: Office, socket: OfficeSocket): void {
  let inFlight = 0;
  socket.on('request', (raw: unknown, acknowledge: unknown) => {
    // A client that wants no answer, or sends something else in its place, is answered by silence.
    if (typeof acknowledge !== 'function') return;
    const answer = acknowledge as (answer: SocketAnswer) => void;
    inFlight += 1;
    const work = inFlight > MAX_IN_FLIGHT ? refuse(office, socket) : request(office, socket, raw);
    work
      .then(answer, (error: unknown) => office.log.error({ err: error }, 'request without answer'))
      .finally(() => {
        inFlight -= 1;
      });
  });
}

async function request(office: Office, socket: OfficeSocket, raw: unknown): Promise<SocketAnswer> {
  const parsed = socketRequestSchema.safeParse(raw);
  if (!parsed.success) return refuse(office, socket, 'BAD_INPUT');
  const { sessionId, language } = socket.data;
  const authenticated = await attempt(language, office, () => authenticateSession(office, sessionId));
  if (!authenticated.ok) return authenticated.body;
  const caller = authenticated.result as Awaited<ReturnType<typeof authenticateSession>>;
  const answer = await carryOut(
    office,
    caller,
    parsed.data.name,
    () => parsed.data.input,
    caller?.language ?? language,
  );
  if (!answer.ok) return answer.body;
  forgivePacket(socket.conn);
  return { result: answer.result };
}

async function refuse(
  office: Office,
  socket: OfficeSocket,
  code: 'TOO_MANY_REQUESTS' | 'BAD_INPUT' = 'TOO_MANY_REQUESTS',
): Promise<SocketAnswer> {
  const answer = await attempt(socket.data.language, office, () => Promise.reject(new Refusal(code)));
  return answer.ok ? { result: answer.result } : answer.body;
}
