import { parseJsonLine } from './json-line.ts';

/** Whether a line is the one by which our processes say that they serve: `{"ready":true,...}`. */
export function isReadyLine(line: string): boolean {
  return parseJsonLine(line)?.ready === true;
}
