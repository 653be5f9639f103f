/**
 * Lets this process go on when nobody reads any more what it says: a lost ssh, or Ctrl-C in `bin/start | tee log`, which
 * ends tee first. Otherwise the next line would be an uncaught EPIPE or EIO, and the office would crash in place of
 * closing in order. What it has to say is lost then; each process's log is in the data folder.
 */
export function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
