import { parseJsonLine } from '../supervise/json-line.ts';

const ERROR = 50; // pino's level; 60 is fatal

/** What a process that did not start said about it: the message of its last error line, or its last line. */
export function lastWords(lines: readonly string[]): string {
  const error = lines.map(errorMessage).findLast((message) => message !== null);
  // The rest of a crash report is its stack and Node's version.
  const plain = lines.findLast((line) => line.trim() !== '' && !/^\s+at |^Node\.js v/.test(line));
  return error ?? plain ?? 'it said nothing';
}

function errorMessage(line: string): string | null {
  if (/^[A-Za-z]*Error: /.test(line)) return line;
  const entry = parseJsonLine(line);
  if (typeof entry?.level !== 'number' || entry.level < ERROR || typeof entry.msg !== 'string') return null;
  // What happened, and pino's `err`, why: "cannot listen: listen EADDRINUSE ...".
  const { message } = (entry.err ?? {}) as { message?: unknown };
  return typeof message === 'string' && message !== entry.msg ? `${entry.msg}: ${message}` : entry.msg;
}
