import { COMMANDS, type CommandInput } from '@congso/contract/catalog';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../../history/list-history.ts';
import { people } from '../../people/person-model.ts';
import { signIn } from '../../sessions/sign-in/sign-in.ts';
import { loadHolidays } from '../../working-time/load-holidays.ts';
import { findOrganisation } from '../find-organisation.ts';
import { listPositions } from '../positions/list-positions.ts';
import { listUnits } from '../units/list-units.ts';
import { foundOffice } from './found-office.ts';
import { foundings } from './founding-model.ts';
import { makeFoundingAddress } from './make-founding-address.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

const PASSWORD = 'mưa-rơi-trên-phố';
const makeToken = async () => {
  const answer = await makeFoundingAddress(office);
  if (!('token' in answer)) throw new Error('already founded');
  return answer.token;
};
const wish = (token: string, change: object = {}): CommandInput<'founding.found'> =>
  COMMANDS['founding.found'].input.parse({
    token,
    officeName: 'Sở Khoa học và Công nghệ',
    mailDomain: 'SKHCN.example.vn',
    familyMiddle: 'Nguyễn Thị',
    given: 'Thu',
    login: 'Thu.NT',
    password: PASSWORD,
    ...change,
  });
const enter = (login: string) =>
  signIn(office, { login, password: PASSWORD }, { address: '203.0.113.7', userAgent: '' });

describe('founding the office', () => {
  it('gives it a name, a root unit, positions, holidays and an administrator who signs in', async () => {
    await foundOffice(office, wish(await makeToken()));
    const { me, caller } = await enter('thu.nt');
    expect(me).toMatchObject({
      person: { given: 'Thu', title: 'Chuyên viên' },
      roles: ['admin'],
      officeName: 'Sở Khoa học và Công nghệ',
      mustChangePassword: false,
    });
    expect(await findOrganisation(office)).toMatchObject({
      shortName: 'SKHCN',
      mailDomain: 'skhcn.example.vn',
      registryMailbox: 'vanthu',
    });
    expect((await listUnits(office, caller, {})).units).toMatchObject([{ parentId: null, code: 'SKHCN' }]);
    expect((await listPositions(office, caller, {})).positions[0]).toMatchObject({ title: 'Giám đốc', rank: 10 });
    const holidays = await loadHolidays(office);
    expect([holidays.get('2026-09-02'), holidays.get('2027-01-01'), holidays.get('2026-11-24')]).toEqual([
      'off',
      'off',
      undefined,
    ]);
    await office.relay.settled();
    expect(await listHistory(office, 'organisation', 'office')).toMatchObject([{ action: 'founded' }]);
  });

  it('abbreviates its name as offices do: without the tones, with the letters of their own', async () => {
    await foundOffice(office, wish(await makeToken(), { officeName: 'Ủy ban nhân dân phường Ứng Đông' }));
    expect(await findOrganisation(office)).toMatchObject({ shortName: 'UBNDPƯĐ' });
  });

  it('is possible once: the token is useless then, and so is one made before or guessed', async () => {
    const earlier = await makeToken();
    const token = await makeToken();
    for (const wrong of [earlier, 'a-guessed-token-of-length']) {
      await expect(foundOffice(office, wish(wrong))).rejects.toMatchObject({ code: 'FOUNDING_CLOSED' });
    }
    await foundOffice(office, wish(token));
    await expect(foundOffice(office, wish(token, { login: 'other' }))).rejects.toMatchObject({
      code: 'FOUNDING_CLOSED',
    });
    expect(await makeFoundingAddress(office)).toEqual({ founded: true });
    expect(await people.of(office).countDocuments()).toBe(1);
  });

  it('by two at the same moment is done by one of them, whole', async () => {
    const token = await makeToken();
    const logins = ['first', 'second', 'third'];
    const founders = await Promise.allSettled(logins.map((login) => foundOffice(office, wish(token, { login }))));
    expect(founders.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await people.of(office).countDocuments()).toBe(1);
    const winner = logins[founders.findIndex(({ status }) => status === 'fulfilled')] ?? '';
    expect((await enter(winner)).me.roles).toEqual(['admin']);
  });

  it('interrupted after the token was spent is finished by the next start', async () => {
    const token = await makeToken();
    const dying = Object.assign(Object.create(office), {
      clock: {
        now: () => {
          throw new Error('died');
        },
      },
    });
    await expect(foundOffice(dying, wish(token))).rejects.toThrow('died');
    expect(await findOrganisation(office)).toBeNull();
    expect(await makeFoundingAddress(office)).toEqual({ founded: true });
    expect((await enter('thu.nt')).me.roles).toEqual(['admin']);
  });

  it('keeps neither the token nor the password nor, in the end, the claim', async () => {
    const token = await makeToken();
    expect(JSON.stringify(await foundings.of(office).find().lean())).not.toContain(token);
    await foundOffice(office, wish(token));
    expect(await foundings.of(office).find().lean()).toEqual([{ _id: 'office', tokenHash: null, claim: null }]);
    await office.relay.settled();
    expect(JSON.stringify(await people.of(office).find().lean())).not.toContain(PASSWORD);
  });

  it('needs a strong password, and a weak one does not spend the token', async () => {
    const token = await makeToken();
    await expect(foundOffice(office, wish(token, { password: 'thu.nt-thu.nt' }))).rejects.toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
      field: 'password',
    });
    await foundOffice(office, wish(token));
  });

  it('is refused at the door with what is no address, no name or no text', () => {
    const hostile = [
      { mailDomain: 'not a domain' },
      { mailDomain: 'x..vn' },
      { officeName: '\u202e' },
      { login: 'Đ' },
      { token: { $ne: null } },
      { password: '' },
    ];
    for (const change of hostile) expect(() => wish('t'.repeat(43), change), JSON.stringify(change)).toThrow();
  });
});
