import { shortName } from '@congso/language/names';
import { useEffect, useState } from 'react';
import { useSay } from '../../../lib/language.ts';
import { usePeople } from '../../../office/people.ts';
import { listen, tell } from '../../../realtime/socket.ts';

/** Told at most so often, and shown so much longer, that it does not flicker. */
const TELL_EVERY_MS = 3_000;
const SHOWN_MS = 5_000;
let toldAt = Number.NEGATIVE_INFINITY;

/** Tells the others that I am writing. */
export function showTyping(conversationId: string): void {
  if (performance.now() - toldAt < TELL_EVERY_MS) return;
  toldAt = performance.now();
  tell('typing.show', { conversationId });
}

/** Who is writing in a conversation now, as a sentence; empty when nobody is. */
export function useTyping(conversationId: string): string {
  const say = useSay();
  const { people } = usePeople();
  const [writers, setWriters] = useState<readonly string[]>([]);
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const stop = (personId: string) => {
      clearTimeout(timers.get(personId));
      timers.delete(personId);
      setWriters([...timers.keys()]);
    };
    const onTyping = (shown: { conversationId: string; personId: string }) => {
      if (shown.conversationId !== conversationId) return;
      clearTimeout(timers.get(shown.personId));
      timers.set(
        shown.personId,
        setTimeout(() => stop(shown.personId), SHOWN_MS),
      );
      setWriters([...timers.keys()]);
    };
    // Whoever's message arrives has stopped writing it.
    const onFacts = (told: { conversationId: string; facts: readonly { authorId: string }[] }) => {
      if (told.conversationId === conversationId) for (const { authorId } of told.facts) stop(authorId);
    };
    const stops = [listen('typing.shown', onTyping), listen('conversation.facts', onFacts)];
    return () => {
      for (const stopListening of stops) stopListening();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [conversationId]);
  const [first] = writers;
  if (first === undefined) return '';
  const writer = people.find(({ id }) => id === first);
  return writers.length === 1 && writer
    ? say('chat.typing', { name: shortName(writer) })
    : say('chat.typingMany', { count: writers.length });
}
