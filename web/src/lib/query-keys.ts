import type { EntityKind, Mark } from '@congso/contract/sync';

/** In the place of an id: lists, which any entity of the kind may enter or leave. No id contains a star. */
const EVERY = '*';

/** What is made of several kinds: outdated when one of any of them changes. */
const MIXED = {
  // Of people too: who is put at the head of a unit, or takes over from somebody who has left, owes what lies there.
  today: ['task', 'notice', 'reminder', 'mail', 'document', 'person'],
} as const satisfies Record<string, readonly EntityKind[]>;

/**
 * The key under which something of ONE entity is cached: `keyOf('task', id)`, `keyOf('task', id, 'history')`.
 * A mark on the person's stream with this kind and id has it fetched again.
 */
export function keyOf(kind: EntityKind, id: string, part = 'self'): readonly unknown[] {
  return [kind, id, part];
}

/** The key of a LIST of a kind: `listKeyOf('task', input)`. Any mark of the kind has it fetched again. */
export function listKeyOf(kind: EntityKind, input: unknown = {}): readonly unknown[] {
  return [kind, EVERY, input];
}

/** The key of what is made of several kinds. */
export function mixedKeyOf(name: keyof typeof MIXED): readonly unknown[] {
  return [name];
}

/** Whether what is cached under a key may differ after this mark. */
export function isOutdatedBy(key: readonly unknown[], mark: Pick<Mark, 'kind' | 'id'>): boolean {
  const [kind, id] = key;
  if (kind === mark.kind) return id === EVERY || id === mark.id;
  const parts: readonly EntityKind[] | undefined = MIXED[kind as keyof typeof MIXED];
  return parts?.includes(mark.kind) ?? false;
}
