import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import type { ClientEvents, ServerEvents } from '@congso/contract/socket';
import { io, type Socket } from 'socket.io-client';
import { reportSessionEnded, setLine } from './connection.ts';

/** The one socket of the page. It connects when somebody is signed in; it is a hint, the database is the truth. */
export const socket: Socket<ServerEvents, ClientEvents> = io({
  autoConnect: false,
  transports: ['websocket', 'polling'],
  // WebSocket may be forbidden by a proxy of the office: then long polling is tried.
  tryAllTransports: true,
  auth: { protocol: PROTOCOL_VERSION },
  reconnectionDelay: 500,
  reconnectionDelayMax: 15_000,
  randomizationFactor: 0.5,
});

socket.on('connect', () => setLine('online'));
socket.on('disconnect', (reason) => {
  if (reason === 'io client disconnect') return;
  setLine('lost');
  // The server closed it (a restart, a new session): socket.io leaves coming back to us.
  if (reason === 'io server disconnect') socket.connect();
});
socket.on('connect_error', (error) => {
  if (error.message === 'PROTOCOL_OUTDATED') return setLine('outdated');
  if (error.message === 'NOT_SIGNED_IN') return reportSessionEnded();
  setLine('lost');
  // A refusal by the server ends socket.io's own attempts; a full or starting server is worth another.
  if (!socket.active) setTimeout(() => socket.connect(), 5_000);
});
socket.on('session.ended', reportSessionEnded);

/** Opens the line for the person who just signed in or came back. */
export function openLine(): void {
  if (socket.connected || socket.active) return;
  setLine('connecting');
  socket.connect();
}

/** Closes it on signing out. */
export function closeLine(): void {
  socket.disconnect();
  setLine('resting');
}
