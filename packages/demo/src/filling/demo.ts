import type { Caller } from '@congso/domain/office/caller';
import type { ManualClock } from '@congso/domain/office/clock';
import { derivedId } from '@congso/domain/office/ids';
import type { OpenOffice } from '@congso/domain/open-office';
import type { UnitKey } from '../people/department.ts';
import type { OfficeHours } from './office-hours.ts';

/** The office being filled, and the time it is filled with. */
export type Demo = {
  readonly office: OpenOffice & { readonly clock: ManualClock };
  /** Its life begins here and ends now. */
  readonly from: Date;
  readonly until: Date;
  readonly hours: OfficeHours;
  /** Everybody, signed in, by login. */
  readonly callers: ReadonlyMap<string, Caller>;
  readonly unitIds: Readonly<Record<UnitKey, string>>;
};

/** An office that has its people and units yet to come. */
export type Beginning = Pick<Demo, 'office' | 'from' | 'until'>;

/** @throws when nobody has that login: a slip of ours. */
export function as(demo: Pick<Demo, 'callers'>, login: string): Caller {
  const caller = demo.callers.get(login);
  if (!caller) throw new Error(`${login} is not signed in`);
  return caller;
}

/** The request id of one intention of the demonstration: filling again after a crash asks the same, and nothing is done twice. */
export const once = (...intention: readonly (string | number)[]) => derivedId('demo', ...intention.map(String));
