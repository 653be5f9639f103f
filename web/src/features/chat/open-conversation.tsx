import type { Conversation } from '@congso/contract/chat';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { use } from 'react';
import { PersonName } from '../../components/people/person-name.tsx';
import { useSay } from '../../lib/language.ts';
import { useMe } from '../../office/me.ts';
import { Everyone } from '../../office/people.ts';
import { ask } from '../../realtime/ask.ts';
import { keepConversation } from './held-conversations.ts';

/** The address of a conversation. */
export const addressOfConversation = (conversationId: string): string => `/chat/${conversationId}`;

/**
 * Opens the conversation of me and another person, beginning it when there is none: `openDirect.mutate(personId)`. It
 * takes the place of a form (`replace`), which Back need not show again.
 */
export function useOpenDirect({ replace = false } = {}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (personId: string) => ask('conversations.openDirect', { personId }),
    onSuccess: (conversation) => {
      keepConversation(queries, conversation);
      void navigate({ to: addressOfConversation(conversation.id), replace });
    },
  });
}

/** The other one of a direct conversation; null for every other kind. */
export function otherOf({ kind, memberIds }: Conversation, myId: string): string | null {
  if (kind !== 'direct') return null;
  // A conversation with oneself, for notes, has no other.
  return memberIds.find((id) => id !== myId) ?? myId;
}

/** Whether somebody reads what I write there: the other one, or one of the others. A conversation with oneself is for notes. */
export function useHasReaders({ memberIds }: Conversation): boolean {
  const myId = useMe().person.id;
  const { people } = use(Everyone);
  const others = memberIds.filter((id) => id !== myId);
  return others.length === 0 || others.some((id) => people?.get(id)?.isActive !== false);
}

/** What a conversation is called: its name, or the other person. */
export function ConversationName({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const myId = useMe().person.id;
  const otherId = otherOf(conversation, myId);
  if (otherId !== null) return <PersonName personId={otherId} />;
  return conversation.name ?? say('frame.state.unnamed');
}
