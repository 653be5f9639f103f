import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** Two files of this size are kept per process, so that a chatty year never fills the disk. */
const LARGEST_LOG_BYTES = 16 * 1024 * 1024;

/** The log file of one process. */
export interface ProcessLog {
  write: (line: string) => void;
  close: () => void;
}

/** A log that failed is opened anew at the next line, but not for every line of a chatty process. */
const OPEN_ANEW_AFTER_MS = 60_000;

/**
 * Opens a process's log for appending. When it has grown large it becomes `<path>.old` in place of the one before. A log
 * that cannot be written (a full disk, an operator who tidied up) never stops the office: it is told once, lines are
 * lost, and it is written again as soon as it can be.
 */
export function openProcessLog(path: string, onTrouble: (sentence: string) => void): ProcessLog {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let written = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  let told = false;
  const trouble = (error: unknown) => {
    if (!told) onTrouble(`The log ${path} cannot be written: ${error instanceof Error ? error.message : error}`);
    told = true;
  };
  let stream: WriteStream | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  const open = (): WriteStream => {
    const opened = createWriteStream(path, { flags: 'a', mode: 0o600 });
    stream = opened;
    opened.on('error', (error) => {
      trouble(error);
      if (stream !== opened) return;
      stream = null;
      failedAt = Date.now();
    });
    return opened;
  };
  const setAside = () => {
    stream?.end();
    stream = null;
    written = 0;
    try {
      renameSync(path, `${path}.old`);
    } catch (error) {
      // Somebody removed it: there is nothing to set aside. Otherwise it grows on until the next try.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') trouble(error);
    }
  };
  open();
  return {
    write: (line) => {
      if (written > LARGEST_LOG_BYTES) setAside();
      if (!stream && Date.now() - failedAt < OPEN_ANEW_AFTER_MS) return;
      written += Buffer.byteLength(line) + 1;
      (stream ?? open()).write(`${line}\n`);
    },
    close: () => stream?.end(),
  };
}
