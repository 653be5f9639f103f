import { lazyRouteComponent } from '@tanstack/react-router';
import { AskError } from '../../lib/ask-error.ts';
import { isLineUp } from '../../realtime/socket.ts';

/**
 * A page whose code is loaded when it is opened: `lazyPage(() => import('...'), 'TasksPage')`. Where the code cannot be
 * had, the frame shows the error and another try. The router's own answer to a missing module is to load the whole
 * window again, and while the server is away that leaves nothing.
 */
export function lazyPage<T extends Record<string, unknown>, K extends keyof T>(importer: () => Promise<T>, name: K) {
  const load = async () => {
    try {
      return await importer();
    } catch (cause) {
      throw isLineUp()
        ? new Error('a part of the page is missing on the server', { cause })
        : new AskError('UNREACHABLE');
    }
  };
  return lazyRouteComponent<T, K>(load, name);
}
