/**
 * Whether a line of a process's standard output is the JSON line by which our processes say that they serve:
 * `{"ready":true,...}`. Anything else, other JSON log lines included, is not.
 */
export function isReadyLine(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    return (JSON.parse(line) as { ready?: unknown }).ready === true;
  } catch {
    return false; // a line that only looks like JSON is an ordinary log line
  }
}
