import { useEffect } from 'react';
import { useConnection } from '../../realtime/connection.ts';

/** Back to the sign-in when the session is over. A whole new page: nothing of the person stays in memory. */
export function useSessionEnd(): void {
  const isOver = useConnection((connection) => connection.isSessionOver);
  useEffect(() => {
    if (!isOver) return;
    const to = encodeURIComponent(JSON.stringify(window.location.pathname + window.location.search));
    window.location.assign(`/sign-in?ended=true&to=${to}`);
  }, [isOver]);
}
