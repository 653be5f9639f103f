import type { SentFact } from '@congso/contract/chat';
import { useQuery } from '@tanstack/react-query';
import { askOptions } from '../../lib/use-ask.ts';

type Place = { conversationId: string; seq: number };

/**
 * One message, whatever else of its conversation is on the page. `data` is null where there is none any more, and
 * undefined while it loads and when it could not be had or is not mine to read.
 */
export function useMessage(place: Place | null) {
  const { conversationId, seq } = place ?? { conversationId: '', seq: 0 };
  return useQuery({
    // A message never changes, so no mark outdates it.
    ...askOptions(['message', conversationId, seq], 'messages.list', { conversationId, before: seq + 1, limit: 1 }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: place !== null,
    retry: false,
    select: ({ facts }) => facts.find((fact): fact is SentFact => fact.seq === seq && fact.kind === 'sent') ?? null,
  });
}

/** What one message says; undefined while loading, when there is none, and when it is not mine to read. */
export const useMessageText = (place: Place | null): string | undefined => useMessage(place).data?.text;
