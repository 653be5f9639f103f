import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** Two files of this size are kept per process, so that a chatty year never fills the disk. */
const LARGEST_LOG_BYTES = 16 * 1024 * 1024;

/** The log file of one process. */
export interface ProcessLog {
  write: (line: string) => void;
  close: () => void;
}

/**
 * Opens a process's log for appending. When it has grown large it becomes `<path>.old` in place of the one before. A log
 * that cannot be written (a full disk) never stops the office: it is told once and goes on without.
 */
export function openProcessLog(path: string, onTrouble: (sentence: string) => void): ProcessLog {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let written = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  let told = false;
  const open = (): WriteStream => {
    const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
    stream.on('error', (error) => {
      if (!told) onTrouble(`The log ${path} cannot be written: ${error.message}`);
      told = true;
    });
    return stream;
  };
  let stream = open();
  return {
    write: (line) => {
      if (written > LARGEST_LOG_BYTES) {
        stream.end();
        renameSync(path, `${path}.old`);
        stream = open();
        written = 0;
      }
      written += Buffer.byteLength(line) + 1;
      stream.write(`${line}\n`);
    },
    close: () => stream.end(),
  };
}
