import { COMMANDS, type CommandInput } from '@congso/contract/catalog';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../../history/list-history.ts';
import type { Caller } from '../../office/caller.ts';
import { newId } from '../../office/ids.ts';
import { createToken } from '../../sessions/account/create-token.ts';
import { authenticateSecret } from '../../sessions/authenticate.ts';
import { openSession } from '../../sessions/open-session.ts';
import { signIn } from '../../sessions/sign-in/sign-in.ts';
import { pullStream } from '../../sync/pull-stream.ts';
import { appoint } from '../appointments/appoint.ts';
import { endAppointment } from '../appointments/end-appointment.ts';
import { getPersonDoc, listByRole } from '../find-people.ts';
import { people } from '../person-model.ts';
import { createPerson } from './create-person.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { reactivatePerson } from './reactivate-person.ts';
import { resetPassword } from './reset-password.ts';
import { updatePerson } from './update-person.ts';

let office: TestOffice;
let admin: Caller;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  admin = await callerOf(office, 'admin');
});
afterEach(() => closeTestOffice(office));

const next = () => `request-${newId()}`;
const wanted = (change: object = {}): CommandInput<'people.create'> =>
  COMMANDS['people.create'].input.parse({
    requestId: 'create-one',
    login: 'hoa.tt',
    familyMiddle: 'Trịnh Thị',
    given: 'Hoa',
    phone: '0912 345 678',
    mail: null,
    appointment: { unitId: 'planning', positionId: 'position', roles: ['officer'], isPrimary: true },
    ...change,
  });
const enter = (login: string, password: string) =>
  signIn(office, { login, password }, { address: '203.0.113.7', userAgent: '' });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('a new person', () => {
  it('signs in with the temporary password, which is answered once and kept nowhere', async () => {
    const { person, temporaryPassword } = await createPerson(office, admin, wanted());
    expect(person).toMatchObject({ given: 'Hoa', login: 'hoa.tt', phone: '+84912345678', title: 'Công chức' });
    expect((await enter('hoa.tt', temporaryPassword ?? '')).me.mustChangePassword).toBe(true);
    await office.relay.settled();
    const traces = JSON.stringify([
      await getPersonDoc(office, person.id),
      await listHistory(office, 'person', person.id),
    ]);
    expect(traces).not.toContain(temporaryPassword);
  });

  it('created twice by one request is one person, the second time without the password', async () => {
    const first = await createPerson(office, admin, wanted());
    const second = await createPerson(office, admin, wanted());
    expect(second).toEqual({ person: first.person, temporaryPassword: null });
    const raced = await Promise.all(
      [1, 2, 3].map(() => createPerson(office, admin, wanted({ requestId: 'create-two', login: 'khac' }))),
    );
    expect(new Set(raced.map(({ person }) => person.id)).size).toBe(1);
    expect(raced.filter(({ temporaryPassword }) => temporaryPassword !== null)).toHaveLength(1);
  });

  it('cannot take the login somebody has', async () => {
    await expect(createPerson(office, admin, wanted({ login: 'CLERK' }))).rejects.toMatchObject({
      code: 'LOGIN_TAKEN',
      field: 'login',
    });
  });

  it.each([
    ['a unit that is not there', { unitId: 'nowhere' }, 'NOT_FOUND', 'unitId'],
    ['a position that is not there', { positionId: 'nothing' }, 'NOT_FOUND', 'positionId'],
  ])('is not appointed to %s', async (_what, change, code, field) => {
    const appointment = { unitId: 'planning', positionId: 'position', roles: [], isPrimary: true, ...change };
    await expect(createPerson(office, admin, wanted({ appointment }))).rejects.toMatchObject({ code, field });
  });

  it('needs a phone an SMS can reach, or none', async () => {
    await expect(createPerson(office, admin, wanted({ phone: '12345' }))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'phone',
    });
    expect((await createPerson(office, admin, wanted({ phone: '' }))).person.phone).toBeNull();
  });

  it('written in decomposed Unicode is stored composed', async () => {
    const { person } = await createPerson(office, admin, wanted({ given: 'Hoà'.normalize('NFD') }));
    expect((await getPersonDoc(office, person.id)).given).toBe('Hoà'.normalize('NFC'));
  });

  it('pasted with what cannot be seen is stored without it', async () => {
    const { person } = await createPerson(office, admin, wanted({ given: '\u202eHo\u200ba' }));
    expect((await getPersonDoc(office, person.id)).given).toBe('Hoa');
  });

  it.each([
    ['a line break', { familyMiddle: 'Trịnh\nThị' }],
    ['a name of 121 letters', { familyMiddle: 'Đ'.repeat(121) }],
    ['an operator for a login', { login: { $ne: null } }],
    ['a login with an operator in it', { login: '$where' }],
    [
      'a unit that is an operator',
      { appointment: { unitId: { $gt: '' }, positionId: 'position', roles: [], isPrimary: true } },
    ],
    [
      'a role that does not exist',
      { appointment: { unitId: 'planning', positionId: 'position', roles: ['root'], isPrimary: true } },
    ],
  ])('is refused at the door with %s', (_what, change) => {
    expect(() => wanted(change)).toThrow();
  });
});

describe('correcting a person', () => {
  it('changes the name everywhere it is sorted and found by, and tells every screen', async () => {
    await pullStream(office, 'clerk', null);
    const fields = { familyMiddle: 'Đặng Văn', given: 'Ất', phone: null, mail: null };
    const change = { requestId: 'update-one', personId: 'planning-officer', ...fields };
    const person = await updatePerson(office, admin, change);
    expect(person).toMatchObject({ given: 'Ất', phone: null });
    await updatePerson(office, admin, change);
    await office.relay.settled();
    const doc = await getPersonDoc(office, 'planning-officer');
    expect(doc).toMatchObject({ searchKey: 'dang van at', version: 2 });
    expect((await pullStream(office, 'clerk', 0)).marks).toEqual([
      { kind: 'person', id: 'planning-officer', version: 2 },
    ]);
  });

  it('in one field leaves what somebody else has changed in another since the form was opened', async () => {
    const on = (requestId: string) => ({ requestId, personId: 'planning-officer' });
    await updatePerson(office, admin, { ...on('update-one'), phone: '0912 345 678' });
    const person = await updatePerson(office, admin, { ...on('update-two'), mail: 'at@so.example.vn' });
    expect(person).toMatchObject({ phone: '+84912345678', mail: 'at@so.example.vn' });
    expect(await updatePerson(office, admin, { ...on('update-three'), phone: null })).toMatchObject({
      phone: null,
      mail: 'at@so.example.vn',
    });
  });
});

describe('a closed account', () => {
  it('is nobody at once: sessions and tokens end, the sockets are told, sign-in is refused', async () => {
    const session = await openSession(office, 'clerk', 'browser', '');
    const clerk = await authenticateSecret(office, session.secret);
    if (!clerk) throw new Error('not signed in');
    const { token } = await createToken(office, clerk, { requestId: 'token-one', label: 'Máy quét' });
    const heard: unknown[] = [];
    const listening = Object.assign(Object.create(office), {
      bus: { ...office.bus, publish: (name: string, payload: unknown) => heard.push([name, payload]) },
    });
    const closed = await deactivatePerson(listening, admin, { requestId: 'close-one', personId: 'clerk' });
    expect(closed.isActive).toBe(false);
    expect(heard).toContainEqual(['session.ended', { personId: 'clerk', exceptSessionId: null }]);
    expect(await authenticateSecret(office, session.secret)).toBeNull();
    expect(await authenticateSecret(office, token)).toBeNull();
    expect((await listByRole(office, 'clerk')).map(({ _id }) => _id)).toEqual(['second-clerk']);
  });

  it('opened again is what it was, without the old sessions', async () => {
    const session = await openSession(office, 'clerk', 'browser', '');
    await deactivatePerson(office, admin, { requestId: next(), personId: 'clerk' });
    const person = await reactivatePerson(office, admin, { requestId: next(), personId: 'clerk' });
    expect(person).toMatchObject({ isActive: true, unitId: 'head-office' });
    expect(person.appointments).toMatchObject([{ roles: ['clerk'], to: null }]);
    expect(await authenticateSecret(office, session.secret)).toBeNull();
  });

  it('opened again is not closed by a repeat of the closing that comes late', async () => {
    const closing = { requestId: 'close-one', personId: 'clerk' };
    await deactivatePerson(office, admin, closing);
    await reactivatePerson(office, admin, { requestId: next(), personId: 'clerk' });
    await office.relay.settled();
    const session = await openSession(office, 'clerk', 'browser', '');
    expect((await deactivatePerson(office, admin, closing)).isActive).toBe(true);
    expect(await authenticateSecret(office, session.secret)).not.toBeNull();
  });

  it('cannot be appointed to anything', async () => {
    await deactivatePerson(office, admin, { requestId: next(), personId: 'clerk' });
    const wish = { unitId: 'planning', positionId: 'position', roles: [], isPrimary: false };
    expect(await codeOf(appoint(office, admin, { requestId: next(), personId: 'clerk', ...wish }))).toBe(
      'PERSON_INACTIVE',
    );
  });
});

describe('a password reset', () => {
  it('ends every session and answers the new password once', async () => {
    const session = await openSession(office, 'clerk', 'browser', '');
    const reset = () => resetPassword(office, admin, { requestId: 'reset-one', personId: 'clerk' });
    const { temporaryPassword } = await reset();
    expect(await authenticateSecret(office, session.secret)).toBeNull();
    expect((await enter('clerk', temporaryPassword ?? '')).me.mustChangePassword).toBe(true);
    expect(await reset()).toEqual({ temporaryPassword: null });
    expect((await enter('clerk', temporaryPassword ?? '')).me.person.id).toBe('clerk');
  });
});

describe('the last administrator', () => {
  const adminAppointment = async () => (await getPersonDoc(office, 'admin')).appointments[0]?.id ?? '';

  it('cannot be dismissed, be it by closing, ending or changing the roles', async () => {
    const onAdmin = () => ({ requestId: next(), personId: 'admin' });
    const attempts = [
      () => deactivatePerson(office, admin, onAdmin()),
      async () => endAppointment(office, admin, { ...onAdmin(), appointmentId: await adminAppointment() }),
      () =>
        appoint(office, admin, {
          ...onAdmin(),
          unitId: 'head-office',
          positionId: 'position',
          roles: ['officer'],
          isPrimary: true,
        }),
    ];
    for (const attempt of attempts) expect(await codeOf(attempt())).toBe('LAST_ADMINISTRATOR');
    expect(await listByRole(office, 'admin')).toHaveLength(1);
  });

  it('is not counted when the account is closed', async () => {
    await appoint(office, admin, {
      requestId: next(),
      personId: 'clerk',
      unitId: 'planning',
      positionId: 'position',
      roles: ['admin'],
      isPrimary: false,
    });
    await deactivatePerson(office, admin, { requestId: next(), personId: 'clerk' });
    expect(await codeOf(deactivatePerson(office, admin, { requestId: next(), personId: 'admin' }))).toBe(
      'LAST_ADMINISTRATOR',
    );
  });

  it('remains when two administrators dismiss each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await people
        .of(office)
        .updateMany(
          { _id: { $in: ['admin', 'clerk'] } },
          { $set: { isActive: true, 'appointments.0.roles': ['admin'] } },
        );
      const [one, two] = [await callerOf(office, 'admin'), await callerOf(office, 'clerk')];
      await Promise.all([
        codeOf(deactivatePerson(office, one, { requestId: next(), personId: 'clerk' })),
        codeOf(deactivatePerson(office, two, { requestId: next(), personId: 'admin' })),
      ]);
      expect((await listByRole(office, 'admin')).length).toBeGreaterThan(0);
    }
  });
});
