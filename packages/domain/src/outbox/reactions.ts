import type { FactName, FactPayload } from '@congso/contract/facts';
import type { Office } from '../office/office.ts';

/** What the relay knows of the change a fact comes from. `id` is stable: derive every effect's id from it. */
export type Cause = {
  readonly id: string;
  readonly actorId: string | null;
  /** Whose act it follows from in the end; null when nobody's. */
  readonly originId?: string | null;
  readonly at: Date;
};

/** What another noun does about a fact. Runs at least once, so it must have the effect of once. */
export type Reaction<K extends FactName> = (office: Office, payload: FactPayload<K>, cause: Cause) => Promise<void>;

/** Who follows which fact. The one table is `packages/domain/src/reactions.ts`. */
export type Reactions = { readonly [K in FactName]?: readonly Reaction<K>[] };
