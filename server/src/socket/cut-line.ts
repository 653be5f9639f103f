import type { Socket } from 'socket.io';

/** A client's connection, below socket.io. */
export type Line = Socket['conn'];

/** Ends a connection for good, without waiting for its client. */
export function cutLine(line: Line): void {
  const { socket } = line.transport as { socket?: { terminate?(): void } };
  // What has come over it already is not unpacked any more.
  line.removeAllListeners('data');
  // What waits is dropped: an orderly close would wait for it.
  line.close(true);
  // A WebSocket would wait half a minute for the client's own close, behind all that it does not read.
  socket?.terminate?.();
}
