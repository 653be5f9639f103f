import type { CommandName, CommandRequest } from '@congso/contract/catalog';
import { units } from '@congso/domain/organisation/unit-model';
import { createAggregate } from '@congso/domain/outbox/create-aggregate';
import { people } from '@congso/domain/people/person-model';
import type { SignedIn } from '@congso/domain/sessions/authenticate';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../answering/carry-out.ts';
import type { organisationHandlers } from './organisation-commands.ts';
import type { peopleHandlers } from './people-commands.ts';

type Name = keyof typeof peopleHandlers | keyof typeof organisationHandlers;
type Row<K extends CommandName> = { who: 'everyone' | 'admin'; input: CommandRequest<K> };

const person = { familyMiddle: 'Tạ Thị', given: 'Oanh', phone: null, mail: null };
const appointment = { unitId: 'finance', positionId: 'position', roles: ['officer' as const], isPrimary: false };
const unit = { name: 'Thanh tra', code: 'TTr', parentId: 'department', mailbox: null, order: 3 };
const onDeputy = { personId: 'finance-deputy' };

/** Every command of people and organisation, who may, and an input that succeeds for whoever may; carried out in order. */
const TABLE: { readonly [K in Name]: Row<K> } = {
  'session.get': { who: 'everyone', input: {} },
  'session.list': { who: 'everyone', input: {} },
  'session.createToken': { who: 'everyone', input: { requestId: 'request-01', label: 'Máy quét' } },
  'session.revoke': { who: 'everyone', input: { sessionId: 'none' } },
  'session.setPreferences': { who: 'everyone', input: { language: 'en', theme: 'dark' } },
  'session.setPhrases': {
    who: 'everyone',
    input: { requestId: 'request-30', kind: 'direct', phrases: ['Giao Phòng Kế hoạch chủ trì'] },
  },
  'session.changePassword': {
    who: 'everyone',
    input: { requestId: 'request-00', currentPassword: 'lúa-chín-đầu-thu', newPassword: 'mưa-rơi-trên-phố' },
  },
  'people.list': { who: 'everyone', input: { text: 'lan', withInactive: true } },
  'people.get': { who: 'everyone', input: { personId: 'clerk' } },
  'people.create': { who: 'admin', input: { requestId: 'request-02', login: 'oanh.tt', ...person, appointment } },
  'people.update': { who: 'admin', input: { requestId: 'request-03', ...onDeputy, ...person } },
  'people.appoint': {
    who: 'admin',
    input: { requestId: 'request-04', ...onDeputy, ...appointment, unitId: 'planning' },
  },
  'people.endAppointment': {
    who: 'admin',
    input: { requestId: 'request-05', ...onDeputy, appointmentId: 'appointment-finance-deputy' },
  },
  'people.resetPassword': { who: 'admin', input: { requestId: 'request-06', ...onDeputy } },
  'people.deactivate': { who: 'admin', input: { requestId: 'request-07', ...onDeputy } },
  'people.reactivate': { who: 'admin', input: { requestId: 'request-08', ...onDeputy } },
  'organisation.get': { who: 'everyone', input: {} },
  'organisation.update': {
    who: 'admin',
    input: {
      requestId: 'request-09',
      name: 'Sở',
      shortName: 'S',
      mailDomain: 'so.example.vn',
      registryMailbox: 'vanthu',
    },
  },
  'units.list': { who: 'everyone', input: {} },
  'units.create': { who: 'admin', input: { requestId: 'request-10', ...unit } },
  'units.update': { who: 'admin', input: { requestId: 'request-11', unitId: 'statistics', ...unit } },
  'units.close': { who: 'admin', input: { requestId: 'request-12', unitId: 'empty' } },
  'positions.list': { who: 'everyone', input: {} },
  'positions.create': { who: 'admin', input: { requestId: 'request-13', title: 'Thanh tra viên', rank: 40 } },
  'holidays.list': { who: 'everyone', input: { year: 2026 } },
  'holidays.set': { who: 'admin', input: { requestId: 'request-14', date: '2026-05-04', kind: 'off', name: '' } },
  'holidays.remove': { who: 'admin', input: { requestId: 'request-15', date: '2026-05-04' } },
};

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const signedIn = async (personId: PersonName): Promise<SignedIn> => ({
  ...(await callerOf(office, personId)),
  mustChangePassword: false,
});
const outcomesFor = async (caller: SignedIn | null) => {
  const outcomes: Record<string, string> = {};
  for (const [name, { input }] of Object.entries(TABLE)) {
    const answer = await carryOut(office, caller, name, () => input, 'vi');
    outcomes[name] = answer.ok ? 'ok' : answer.body.error.code;
  }
  return outcomes;
};
const expected = (outcomeOf: (row: Row<Name>) => string) =>
  Object.fromEntries(Object.entries(TABLE).map(([name, row]) => [name, outcomeOf(row as Row<Name>)]));

describe('who may do what with people, units and holidays', () => {
  const everybody: PersonName[] = [
    'admin',
    'leader',
    'deputy-leader',
    'clerk',
    'planning-head',
    'planning-deputy',
    'planning-officer',
  ];
  it.each(everybody)('%s', async (personId) => {
    const caller = await signedIn(personId);
    const passwordHash = await hashPassword('lúa-chín-đầu-thu');
    await people.of(office).updateOne({ _id: personId }, { $set: { passwordHash } });
    await createAggregate(office, units, caller, { _id: 'empty', ...unit, isClosed: false }, { action: 'created' });
    const outcomes = await outcomesFor(caller);
    expect(outcomes).toEqual(expected(({ who }) => (who === 'everyone' || personId === 'admin' ? 'ok' : 'FORBIDDEN')));
  });

  it('somebody who is not signed in may do nothing', async () => {
    expect(await outcomesFor(null)).toEqual(expected(() => 'NOT_SIGNED_IN'));
  });
});
