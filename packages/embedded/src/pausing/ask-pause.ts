import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { ClearFailure } from '../clear-failure.ts';
import { parseJsonLine } from '../supervise/json-line.ts';
import { pauseSocket } from './pause-door.ts';

const answer = z.union([z.object({ mongoUrl: z.string(), blobDir: z.string() }), z.object({ refused: z.string() })]);

/** An office that is paused until `resume`, or until this process ends. */
export interface Pause {
  mongoUrl: string;
  blobDir: string;
  /** Settles when the office has ended the pause by itself (it was closed, or killed); never rejects. */
  lost: Promise<void>;
  resume: () => void;
}

/**
 * Asks the office that runs on a data folder to pause, and waits until it has.
 *
 * @returns null when no office is open there
 * @throws ClearFailure when it does not pause
 */
export function askPause(runtimeDir: string): Promise<Pause | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(pauseSocket(runtimeDir)).setEncoding('utf8');
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    socket.once('close', () => reject(new ClearFailure('The office closed before it had paused.')));
    let line = '';
    socket.on('data', (text) => {
      line += text;
      if (!line.endsWith('\n')) return;
      const said = answer.parse(parseJsonLine(line));
      if ('refused' in said) reject(new ClearFailure(said.refused));
      else resolve({ ...said, ...holding(socket) });
    });
  });
}

/** The pause lasts as long as the connection: whichever side ends it. */
function holding(socket: Socket): Pick<Pause, 'lost' | 'resume'> {
  let isOver = false;
  const lost = new Promise<void>((resolve) => {
    socket.once('close', () => {
      if (!isOver) resolve();
    });
  });
  const resume = () => {
    isOver = true;
    socket.destroy();
  };
  return { lost, resume };
}
