import type { Logger } from 'pino';

/** Closing waits for the stores; while they are away it would wait for ever. What is cut off is swept up later (G4). */
const DEADLINE_MS = 10_000;

/** Ends the process in order on SIGTERM or SIGINT, once; after the deadline, or when closing fails, with exit code 1. */
export function closeOnSignal(log: Logger, close: () => Promise<void>): void {
  let isClosing = false;
  const end = (signal: string) => {
    if (isClosing) return;
    isClosing = true;
    log.info({ signal }, 'closing');
    setTimeout(() => {
      log.warn('closing took too long: ended without waiting for the stores');
      process.exit(1);
    }, DEADLINE_MS);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
