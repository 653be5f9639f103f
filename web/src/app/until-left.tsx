import { type ReactNode, useEffect } from 'react';
import { type SessionEnd, useConnection } from '../realtime/connection.ts';
import { closeLine } from '../realtime/socket.ts';

/**
 * Shows the page until its session is over, whichever way; then nothing, and the sign-in as a whole new page. The
 * browser may keep what was left and show it again on Back: it keeps an empty page.
 */
export function UntilLeft({ children }: { children: ReactNode }) {
  const end = useConnection(({ sessionEnd }) => sessionEnd);
  useEffect(() => {
    if (end === null) return;
    closeLine();
    window.location.replace(wayOutAfter(end));
  }, [end]);
  return end === null ? children : null;
}

/** Whoever did not go by themselves comes back here after signing in. */
function wayOutAfter(end: SessionEnd): string {
  if (end === 'signed-out') return '/sign-in';
  const here = window.location.pathname + window.location.search;
  return `/sign-in?ended=true&to=${encodeURIComponent(JSON.stringify(here))}`;
}
