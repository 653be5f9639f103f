import { useEffect } from 'react';
import { create } from 'zustand';
import { ask } from '../../realtime/ask.ts';
import { useConnection } from '../../realtime/connection.ts';
import { isLineUp, listen, tell } from '../../realtime/socket.ts';

const MOST_WATCHED = 500;

/** Who is here, of those anything on the page shows. */
const useOnline = create<{ online: ReadonlySet<string> }>(() => ({ online: new Set() }));
/** How many parts of the page show each person. The server keeps one list per socket, so theirs are made one. */
const watchers = new Map<string, number>();
let isPlanned = false;

/** Who of these people is here now; follows their coming and going. */
export function usePresence(personIds: readonly string[]): ReadonlySet<string> {
  const names = [...new Set(personIds)].sort().join(' ');
  useEffect(() => {
    const ids = names.split(' ').filter(Boolean);
    for (const id of ids) watchers.set(id, (watchers.get(id) ?? 0) + 1);
    plan();
    return () => {
      for (const id of ids) {
        const left = (watchers.get(id) ?? 1) - 1;
        if (left === 0) watchers.delete(id);
        else watchers.set(id, left);
      }
    };
  }, [names]);
  return useOnline(({ online }) => online);
}

/** Once for everything that was put on the page at the same time. */
function plan(): void {
  if (isPlanned) return;
  isPlanned = true;
  queueMicrotask(() => {
    isPlanned = false;
    void watch();
  });
}

async function watch(): Promise<void> {
  const personIds = [...watchers.keys()].slice(0, MOST_WATCHED);
  if (personIds.length === 0 || !isLineUp()) return;
  tell('presence.watch', { personIds });
  try {
    const { online } = await ask('presence.list', { personIds });
    useOnline.setState({ online: new Set(online) });
  } catch {
    // Presence gates nothing: nobody is shown until the line is back.
  }
}

listen('up', plan);
// Nobody tells any more who left.
useConnection.subscribe(({ line }) => {
  if (line === 'lost') useOnline.setState({ online: new Set() });
});
listen('presence.changed', ({ personId, isOnline }) => {
  useOnline.setState(({ online }) => {
    const next = new Set(online);
    if (isOnline) next.add(personId);
    else next.delete(personId);
    return { online: next };
  });
});
