/** How often a process is asked whether it still works, and how many questions in a row may stay open. */
export interface HealthCheck {
  everyMs: number;
  mostOpen: number;
}

/** Half a minute: a process that only has much to do answers long before. */
export const USUAL_CHECK: HealthCheck = { everyMs: 5_000, mostOpen: 6 };

/**
 * Asks a process again and again whether it still works. A process that hangs is alive to everybody but those who wait
 * for it (SIGSTOP, a loop without end, a disk that never answers).
 *
 * Open questions are counted, not time: a machine that slept wakes to one question too many and not to a deadline that
 * has passed.
 *
 * @param onHang called once, when too many questions stayed open
 * @returns ends the watch
 */
export function watchHealth(ask: () => Promise<void>, check: HealthCheck, onHang: () => void): () => void {
  let open = 0;
  const timer = setInterval(() => {
    if (open >= check.mostOpen) {
      clearInterval(timer);
      onHang();
      return;
    }
    open += 1;
    ask().then(
      () => {
        open = 0;
      },
      () => {}, // stays open: refused is not answered
    );
  }, check.everyMs);
  return () => clearInterval(timer);
}
