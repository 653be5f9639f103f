import type { Phrases, Preferences, Role } from '@congso/contract/people';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';

/** Person x position x unit while it lasts; days are civil dates, `to` is null while it lasts. */
export type AppointmentValue = {
  id: string;
  unitId: string;
  positionId: string;
  roles: Role[];
  isPrimary: boolean;
  from: string;
  to: string | null;
};

/** A person with account and appointments in one document, so that a transfer or a closed account is one write. */
export type PersonDoc = Aggregate & {
  familyMiddle: string;
  given: string;
  sortKey: string;
  searchKey: string;
  login: string;
  passwordHash: string;
  mustChangePassword: boolean;
  phone: string | null;
  mail: string | null;
  isActive: boolean;
  appointments: AppointmentValue[];
  preferences: Preferences;
  /** People who never changed theirs lack it. */
  phrases?: Phrases;
};

export const people = defineAggregate<PersonDoc>(
  'person',
  'people',
  {
    familyMiddle: String,
    given: String,
    sortKey: String,
    searchKey: String,
    login: String,
    passwordHash: String,
    mustChangePassword: Boolean,
    phone: { type: String, default: null },
    mail: { type: String, default: null },
    isActive: Boolean,
    appointments: { type: [embedded], default: [] },
    preferences: embedded,
    phrases: embedded,
  },
  [
    [{ login: 1 }, { unique: true }],
    [{ sortKey: 1, _id: 1 }],
    [{ 'appointments.unitId': 1 }],
    [{ isActive: 1, _id: 1 }],
  ],
);
