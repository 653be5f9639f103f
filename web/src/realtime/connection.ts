import { create } from 'zustand';

/**
 * How the page stands with the server. `resting`: nobody is signed in. `lost`: the line is down and being tried again.
 * `outdated`: the server speaks a newer protocol, the page must be loaded anew.
 */
export type Line = 'resting' | 'connecting' | 'online' | 'lost' | 'outdated';

type Connection = { line: Line; isSessionOver: boolean };

/** The state of the line, for the banner and for what waits until it is back. */
export const useConnection = create<Connection>(() => ({ line: 'resting', isSessionOver: false }));

export function setLine(line: Line): void {
  useConnection.setState({ line });
}

/** The server knows this browser no more. Only somebody who was signed in (has a line) is told so. */
export function reportSessionEnded(): void {
  if (useConnection.getState().line !== 'resting') useConnection.setState({ isSessionOver: true });
}

/** An outdated page has no socket any more, but the server is there and answers over HTTP. */
const canAsk = (line: Line): boolean => line === 'online' || line === 'outdated';

/** Resolves when the server can be asked; at once if it can. */
export function waitForLine(): Promise<void> {
  if (canAsk(useConnection.getState().line)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useConnection.subscribe(({ line }) => {
      if (!canAsk(line)) return;
      stop();
      resolve();
    });
  });
}
