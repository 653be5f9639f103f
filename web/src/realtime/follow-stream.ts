import type { CommandOutput } from '@congso/contract/catalog';
import type { Mark } from '@congso/contract/sync';
import type { QueryClient } from '@tanstack/react-query';
import { outdate } from '../lib/outdate.ts';
import { isOutdatedBy } from '../lib/query-keys.ts';
import { ask } from './ask.ts';
import { listen } from './socket.ts';

/**
 * Follows the signed-in person's stream (protocol S): pulls its marks at the start, after each hint and each
 * reconnection, and lets everything they name be fetched again. What was read says by itself how far, and is told to
 * `onRead`. Returns how to stop.
 */
export function followStream(queries: QueryClient, onRead: (mark: Mark) => void): () => void {
  let cursor: number | null = null;
  let isPulling = false;
  let mayHaveMoved = false;

  const pull = async () => {
    mayHaveMoved = true;
    if (isPulling) return;
    isPulling = true;
    try {
      while (mayHaveMoved) {
        mayHaveMoved = false;
        const isFirst = cursor === null;
        const askedAt = Date.now();
        const { cursor: reached, marks, limited }: CommandOutput<'sync.pull'> = await ask('sync.pull', { cursor });
        cursor = reached;
        // No mark will name what was said before the first pull: it outdates what was read before that.
        if (isFirst && limited) await outdate(queries, ({ state }) => isReadBefore(askedAt, state));
        else if (limited) await outdate(queries, () => true);
        else await outdate(queries, ({ queryKey }) => marks.some((mark) => isOutdatedBy(queryKey, mark)));
        for (const mark of marks) if (mark.kind === 'read') onRead(mark);
      }
    } catch {
      // The line is down: its return pulls again, from the same cursor.
    } finally {
      isPulling = false;
    }
  };
  const onMoved = () => void pull();

  const onUp = () => {
    onMoved();
    // No mark names what could not be fetched while the line was away.
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  };

  const stops = [listen('stream.moved', onMoved), listen('up', onUp)];
  onMoved();
  return () => {
    for (const stop of stops) stop();
  };
}

const isReadBefore = (instant: number, { dataUpdatedAt }: { dataUpdatedAt: number }): boolean =>
  dataUpdatedAt > 0 && dataUpdatedAt < instant;
