import { createServer } from 'node:net';
import { ClearFailure } from '../../clear-failure.ts';

/**
 * Makes sure that a port can be listened on, before anything is started.
 *
 * @param setting the options that choose the two, for the sentence
 * @throws ClearFailure when it is taken, not allowed, or the address is not one of this machine
 */
export async function checkPort(host: string, port: number, setting: { host: string; port: string }): Promise<void> {
  const server = createServer();
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
  if (!failure) return;
  if (failure.code === 'EADDRINUSE') {
    throw new ClearFailure(
      `Port ${port} on ${host} is in use; stop what uses it or choose another with ${setting.port}.`,
    );
  }
  if (failure.code === 'EACCES') {
    throw new ClearFailure(`This account may not listen on port ${port}; choose one above 1023 with ${setting.port}.`);
  }
  throw new ClearFailure(
    `This machine cannot listen on ${host} port ${port} (${failure.code}); choose another ${setting.host}.`,
  );
}
