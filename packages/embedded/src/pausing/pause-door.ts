import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Say } from '../office/say.ts';

/** Where a running office can be asked to pause. Its folder is private, so only its own account can ask. */
export function pauseSocket(runtimeDir: string): string {
  return join(runtimeDir, 'office.sock');
}

/** What an office that has paused says: where its data is. */
export interface PausedOffice {
  mongoUrl: string;
  blobDir: string;
}

/** How an office is paused. */
export interface Pausing {
  /** Ends whatever writes; settles when nothing does any more. */
  pause: () => Promise<void>;
  /** Lets everything begin again. */
  resume: () => void;
  paused: PausedOffice;
  say: Say;
}

/**
 * Lets one asker at a time pause the office for as long as its connection lasts. The kernel ends a connection whose
 * process is gone, so an asker that dies, however it dies, cannot leave the office paused.
 *
 * @returns closes the door; a paused office is then left as it is
 */
export async function openPauseDoor(runtimeDir: string, { pause, resume, paused, say }: Pausing): Promise<() => void> {
  const path = pauseSocket(runtimeDir);
  let asker: Socket | null = null;
  let closed = false;

  const serve = async (socket: Socket) => {
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {}); // 'close' follows, and that is all we need to know
    socket.resume();
    if (asker) {
      socket.end(`${JSON.stringify({ refused: 'A backup of this office is already under way.' })}\n`);
      return;
    }
    asker = socket;
    say('Pausing for a backup ...');
    await pause();
    socket.write(`${JSON.stringify(paused)}\n`);
    await gone;
    asker = null;
    if (closed) return;
    say('The backup has ended; starting again ...');
    resume();
  };

  const server = createServer((socket) => void serve(socket));
  rmSync(path, { force: true }); // of an office that was killed; this one holds the lock
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return () => {
    closed = true;
    server.close();
    asker?.destroy();
  };
}
