import type { Office } from '@congso/domain/office/office';

/** Does something again and again, each time a while after it was done; a failure is logged and tried again. */
export function repeat(office: Office, pauseMs: number, work: () => Promise<void>): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const plan = () => {
    timer = setTimeout(() => {
      running = work()
        .catch((error: unknown) => office.log.warn({ err: error }, 'will be tried again'))
        .finally(() => {
          if (!isStopped) plan();
        });
    }, pauseMs).unref();
  };
  plan();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
