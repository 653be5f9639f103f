import { useQuery } from '@tanstack/react-query';
import { askOptions } from '../../lib/use-ask.ts';

/** What one message says; undefined while loading, when there is none, and when it is not mine to read. */
export function useMessageText(message: { conversationId: string; seq: number } | null): string | undefined {
  const { conversationId, seq } = message ?? { conversationId: '', seq: 0 };
  const { data } = useQuery({
    // A message never changes, so no mark outdates it.
    ...askOptions(['message', conversationId, seq], 'messages.list', { conversationId, before: seq + 1, limit: 1 }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: message !== null,
    retry: false,
    select: ({ facts }) => facts.find((fact) => fact.seq === seq),
  });
  return data?.kind === 'sent' ? data.text : undefined;
}
