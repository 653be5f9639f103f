import type { Caller } from '@congso/domain/office/caller';
import { theOffice } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { createAggregate } from '@congso/domain/outbox/create-aggregate';
import { people } from '@congso/domain/people/person-model';
import type { SmsRequest } from '@congso/domain/sms/request-sms';

/** A person with a phone, as far as an SMS needs one. */
export async function addPerson(office: Office, personId: string, phone: string | null): Promise<void> {
  await createAggregate(
    office,
    people,
    theOffice,
    {
      ...{ _id: personId, familyMiddle: 'Nguyễn', given: 'An', sortKey: 'an', searchKey: 'an', login: personId },
      ...{ passwordHash: '-', mustChangePassword: false, phone, mail: null, isActive: true, appointments: [] },
      preferences: { language: 'vi', theme: 'auto' },
    },
    { action: 'created' },
  );
}

/** Somebody signed in with these roles. */
export function callerWith(...roles: ('admin' | 'officer')[]): Caller {
  return { personId: 'caller', sessionId: 's', roles: new Set(roles), appointments: [], language: 'vi' };
}

/** A request for one SMS to `an` about a document. */
export const REQUEST: SmsRequest = {
  causeId: 'document:d1:4',
  personId: 'an',
  purpose: 'documentAssigned',
  reference: '12/2026',
  dueDate: '2026-03-13',
  isExpress: false,
  isSecret: false,
};
