import { create } from 'zustand';

/**
 * How the page stands with the server. `resting`: nobody is signed in. `lost`: the line is down and being tried again.
 * `outdated`: the server speaks a newer protocol, the page must be loaded anew.
 */
export type Line = 'resting' | 'connecting' | 'online' | 'lost' | 'outdated';

/** How the session of this page came to its end: by signing out here, or so that the server knew it no more. */
export type SessionEnd = 'signed-out' | 'ended';

type Connection = { line: Line; sessionEnd: SessionEnd | null };

/** The state of the line, for the banner and for what waits until it is back. */
export const useConnection = create<Connection>(() => ({ line: 'resting', sessionEnd: null }));

export function setLine(line: Line): void {
  useConnection.setState({ line });
}

export function reportSignedOut(): void {
  useConnection.setState({ sessionEnd: 'signed-out' });
}

/** The server knows this browser no more. Only somebody who was signed in (has a line) is told so. */
export function reportSessionEnded(): void {
  const { line, sessionEnd } = useConnection.getState();
  if (line !== 'resting' && sessionEnd === null) useConnection.setState({ sessionEnd: 'ended' });
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
