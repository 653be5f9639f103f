import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import type { ClientEvents, ServerEvents, SocketAnswer } from '@congso/contract/socket';
import type { Socket } from 'socket.io-client';
import { reportSessionEnded, setLine } from './connection.ts';
import { readPageOwner } from './page-owner.ts';

/** A line that is half open answers nothing; the same ask over HTTP then decides. */
const REQUEST_TIMEOUT_MS = 8_000;
const AGAIN_MS = 5_000;

/** What can be listened to: what the server tells, and `up` each time the line is there (again). */
type Heard = { [K in keyof ServerEvents]: Parameters<ServerEvents[K]>[0] } & { up: undefined };
type Told = { [K in Exclude<keyof ClientEvents, 'request'>]: Parameters<ClientEvents[K]>[0] };

/**
 * The one socket of the page. socket.io is loaded when somebody is signed in, after the first screen: until then, and
 * whenever the line is down, everything is asked over HTTP. It is a hint, the database is the truth.
 */
let socket: Socket<ServerEvents, ClientEvents> | null = null;
let isWanted = false;
const listeners = new Map<string, Set<(payload: never) => void>>();

/** Calls back at each such event until the returned function is called. */
export function listen<K extends keyof Heard>(event: K, listener: (payload: Heard[K]) => void): () => void {
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all);
  all.add(listener);
  return () => void all.delete(listener);
}

function hear<K extends keyof Heard>(event: K, payload: Heard[K]): void {
  for (const listener of listeners.get(event) ?? []) (listener as (payload: Heard[K]) => void)(payload);
}

export const isLineUp = (): boolean => socket?.connected ?? false;

/** Tells the server something that needs no answer; forgotten while the line is down. */
export function tell<K extends keyof Told>(event: K, payload: Told[K]): void {
  if (socket?.connected) (socket.emit as (event: K, payload: Told[K]) => void)(event, payload);
}

/** One request over the socket; null when the line is down or no answer came. */
export async function requestOverSocket(name: string, input: unknown): Promise<SocketAnswer | null> {
  if (!socket?.connected) return null;
  try {
    return await socket.timeout(REQUEST_TIMEOUT_MS).emitWithAck('request', { name, input });
  } catch {
    // Timed out or disconnected, which is all that emitWithAck rejects with.
    return null;
  }
}

/** Opens the line for the person who just signed in or came back. */
export function openLine(): void {
  if (isWanted) return;
  isWanted = true;
  setLine('connecting');
  void connect();
}

/** Closes it on signing out. */
export function closeLine(): void {
  isWanted = false;
  socket?.disconnect();
  setLine('resting');
}

async function connect(): Promise<void> {
  try {
    const { io } = await import('socket.io-client');
    socket ??= wire(
      io({
        autoConnect: false,
        transports: ['websocket', 'polling'],
        // WebSocket may be forbidden by a proxy of the office: then long polling is tried.
        tryAllTransports: true,
        auth: (tell) => tell({ protocol: PROTOCOL_VERSION, personId: readPageOwner() ?? undefined }),
        reconnectionDelay: 500,
        reconnectionDelayMax: 15_000,
      }),
    );
    if (isWanted) socket.connect();
  } catch {
    // socket.io itself could not be loaded: the line to the server is down.
    setLine('lost');
    setTimeout(() => void connect(), AGAIN_MS);
  }
}

function wire(fresh: Socket<ServerEvents, ClientEvents>): Socket<ServerEvents, ClientEvents> {
  fresh.on('connect', () => {
    setLine('online');
    hear('up', undefined);
  });
  fresh.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    setLine('lost');
    // The server closed it (a restart, a new session): socket.io leaves coming back to us.
    if (reason === 'io server disconnect') fresh.connect();
  });
  fresh.on('connect_error', (error) => {
    if (error.message === 'PROTOCOL_OUTDATED') return setLine('outdated');
    if (error.message === 'NOT_SIGNED_IN') return reportSessionEnded();
    setLine('lost');
    // A refusal by the server ends socket.io's own attempts; a full or starting server is worth another.
    if (!fresh.active) setTimeout(() => isWanted && fresh.connect(), AGAIN_MS);
  });
  // The network is back, or somebody opened the laptop: whoever looks must not wait for the next attempt.
  const comeBack = () => {
    if (isWanted && !fresh.connected && document.visibilityState === 'visible') fresh.disconnect().connect();
  };
  window.addEventListener('online', comeBack);
  document.addEventListener('visibilitychange', comeBack);
  fresh.on('session.ended', reportSessionEnded);
  fresh.onAny((event: string, payload: unknown) => hear(event as keyof ServerEvents, payload as never));
  return fresh;
}
