import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** So long whoever asked too much waits for the refusal: he cannot ask again meanwhile, and waiting costs nothing. */
const LATE_MS = 1_000;
/** So many refusals wait in this process; whoever comes beyond is hung up on. */
const MOST_LATE = 2_000;

const waiting = new WeakSet<Socket>();
let late = 0;

/**
 * Refuses later, so that a client that asks again at each refusal asks once a second and not a thousand times. Over one
 * connection one refusal waits: a client that sends on meanwhile is hung up on.
 */
export function answerLate({ socket }: IncomingMessage, answer: () => void): void {
  if (late >= MOST_LATE || waiting.has(socket)) return void socket.destroy();
  waiting.add(socket);
  late += 1;
  const end = () => {
    if (!waiting.delete(socket)) return false;
    late -= 1;
    clearTimeout(timer);
    socket.off('close', end);
    return true;
  };
  const timer = setTimeout(() => end() && answer(), LATE_MS);
  socket.once('close', end);
}
