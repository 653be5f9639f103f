import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../../realtime/ask.ts';
import { socket } from '../../realtime/socket.ts';

const MOST_WATCHED = 500;
const NOBODY: readonly string[] = [];

/** Who of these people is here now; follows their coming and going. */
export function usePresence(personIds: readonly string[]): ReadonlySet<string> {
  const watched = [...new Set(personIds)].sort().slice(0, MOST_WATCHED);
  const key = ['presence', watched.join(' ')];
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => new Set((await ask('presence.list', { personIds: watched }, signal)).online),
    enabled: watched.length > 0,
  });
  const name = key[1];
  useEffect(() => {
    const ids = name === '' || name === undefined ? NOBODY : name.split(' ');
    const watch = () => {
      socket.emit('presence.watch', { personIds: [...ids] });
      void queries.invalidateQueries({ queryKey: ['presence', name] });
    };
    const onChanged = ({ personId, isOnline }: { personId: string; isOnline: boolean }) => {
      queries.setQueryData<Set<string>>(['presence', name], (online) => {
        if (!online || !ids.includes(personId)) return online;
        const next = new Set(online);
        if (isOnline) next.add(personId);
        else next.delete(personId);
        return next;
      });
    };
    if (socket.connected) socket.emit('presence.watch', { personIds: [...ids] });
    socket.on('connect', watch);
    socket.on('presence.changed', onChanged);
    return () => {
      socket.off('connect', watch);
      socket.off('presence.changed', onChanged);
    };
  }, [name, queries]);
  return data ?? new Set();
}
