import type { Fact } from '@congso/contract/facts';
import type { JobName } from '@congso/contract/jobs';
import type { EntityKind } from '@congso/contract/sync';
import type { Actor } from '../office/caller.ts';
import type { Failure } from './note-failure.ts';

/** To whose streams a change is told: named people, or all. */
export type MarkTarget = {
  readonly to: readonly string[] | 'everyone';
  readonly kind: EntityKind;
  /** Left out: the aggregate itself. */
  readonly id?: string;
};

/** What a command says about its change; becomes history, facts, marks and jobs when relayed. */
export type Story = {
  readonly action: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly details?: Record<string, unknown>;
  /** When it happened, where that is not when it is recorded (a late entry is shown as late). */
  readonly occurredAt?: Date;
  readonly facts?: readonly Fact[];
  readonly marks?: readonly MarkTarget[];
  readonly wakes?: readonly { readonly job: JobName; readonly at: Date }[];
};

/** What an aggregate carries until it has been relayed, written in the same atomic write as the state itself. */
export type OutboxEntry = {
  readonly version: number;
  readonly actorId: string | null;
  readonly onBehalfOfId: string | null;
  /** Whose act it follows from in the end; null when nobody's. Missing in what an older version wrote. */
  readonly originId?: string | null;
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly details: Record<string, unknown>;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly facts: readonly Fact[];
  readonly marks: readonly MarkTarget[];
  readonly wakes: readonly { readonly job: JobName; readonly at: Date }[];
  /** Only on what the sweep tried to tell and could not. */
  readonly failure?: Failure;
};

export function buildOutboxEntry(version: number, actor: Actor, now: Date, story: Story): OutboxEntry {
  return {
    version,
    actorId: actor.personId,
    onBehalfOfId: actor.onBehalfOfId ?? null,
    originId: actor.originId ?? actor.personId,
    action: story.action,
    from: story.from ?? null,
    to: story.to ?? null,
    reason: story.reason ?? null,
    details: story.details ?? {},
    occurredAt: story.occurredAt ?? now,
    recordedAt: now,
    facts: story.facts ?? [],
    marks: story.marks ?? [],
    wakes: story.wakes ?? [],
  };
}

/** Whose turn it takes to tell an entry. */
export const originOf = ({ originId, actorId }: Pick<OutboxEntry, 'originId' | 'actorId'>): string | null =>
  originId ?? actorId;
