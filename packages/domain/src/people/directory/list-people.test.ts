import { COMMANDS, type CommandRequest } from '@congso/contract/catalog';
import { addPerson, buildOffice, callerOf, PEOPLE } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../office/caller.ts';
import { createPerson } from '../accounts/create-person.ts';
import { deactivatePerson } from '../accounts/deactivate-person.ts';
import { getPerson, listPeople } from './list-people.ts';

let office: TestOffice;
let admin: Caller;
let officer: Caller;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  await addPerson(office, 'da-nang', 'Lê Đà Nẵng', 'finance', ['officer']);
  admin = await callerOf(office, 'admin');
  officer = await callerOf(office, 'planning-officer');
  await createPerson(office, admin, {
    requestId: 'create-one',
    login: 'an.khanh',
    familyMiddle: 'Nguyễn Ngọc',
    given: 'Ánh',
    phone: '0987 654 321',
    mail: null,
    appointment: { unitId: 'finance', positionId: 'position', roles: [], isPrimary: true },
  });
});
afterEach(() => closeTestOffice(office));

const list = (caller: Caller, request: CommandRequest<'people.list'>) =>
  listPeople(office, caller, COMMANDS['people.list'].input.parse(request));
const find = async (text: string, caller = officer) =>
  (await list(caller, { text })).items.map(({ familyMiddle, given }) => `${familyMiddle} ${given}`);

describe('the directory', () => {
  it('finds by the beginnings of words, marks and order ignored, and by the phone as it is dialled', async () => {
    const table: [string, string[]][] = [
      ['da nang', ['Lê Đà Nẵng']],
      ['ĐÀ NẴNG', ['Lê Đà Nẵng']],
      ['nang le', ['Lê Đà Nẵng']],
      ['nẵng'.normalize('NFD'), ['Lê Đà Nẵng']],
      ['anh', ['Nguyễn Ngọc Ánh']],
      ['0987 654', ['Nguyễn Ngọc Ánh']],
      ['+84 987.654.321', ['Nguyễn Ngọc Ánh']],
      ['tai chinh lan', ['Dương Thị Lan']],
      ['cong chuc khoi', ['Ngô Văn Khôi']],
      ['ang', []],
      ['da nang hai phong', []],
    ];
    for (const [text, expected] of table) expect(await find(text), text).toEqual(expected);
  });

  it('takes operators and patterns for the words in them and for nothing else', async () => {
    for (const text of ['.*', '^', '$ne', '(a+)+$', '[', '\\', '{"$gt":""}', 'a|b']) {
      expect(await find(text), text).toEqual(await find(text.replace(/[^a-z.]/g, ' ')));
    }
    expect(await find('.*')).toEqual([]);
  });

  it('shows logins to their owners and to administrators, and is not found by them by others', async () => {
    const { items } = await list(officer, {});
    expect(items.filter(({ login }) => login !== '').map(({ id }) => id)).toEqual(['planning-officer']);
    expect((await list(admin, {})).items.every(({ login }) => login !== '')).toBe(true);
    expect(await find('an.khanh')).toEqual([]);
    expect(await find('an.khanh', admin)).toEqual(['Nguyễn Ngọc Ánh']);
    const person = await getPerson(office, officer, { personId: 'clerk' });
    expect(person).toMatchObject({ given: 'Cúc', login: '' });
    expect(JSON.stringify(items)).not.toMatch(/argon2|passwordHash/);
  });

  it('is paged by given name without losing or repeating anybody', async () => {
    const whole = (await list(officer, {})).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(officer, { limit: 4, ...(cursor && { cursor }) });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(Object.keys(PEOPLE).length + 2);
    expect(whole.slice(0, 3)).toEqual(['leader', expect.any(String), 'deputy-leader']);
  });

  it('refuses a forged cursor', async () => {
    for (const cursor of ['{"$gt":""}', '$ne', 'nobody', '../../etc/passwd', 'a'.repeat(200)]) {
      await expect(list(officer, { cursor }), cursor).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'cursor' });
    }
  });

  it('refuses a cursor or a unit that is no text at the door', () => {
    for (const forged of [
      { cursor: { $gt: '' } },
      { unitId: { $ne: null } },
      { text: { $regex: '.' } },
      { limit: 1e9 },
    ]) {
      expect(() => COMMANDS['people.list'].input.parse(forged)).toThrow();
    }
  });

  it('lists a unit by the appointments in force, and closed accounts only when asked', async () => {
    const inUnit = async (withInactive: boolean) =>
      (await list(officer, { unitId: 'finance', withInactive })).items.map(({ id }) => id).sort();
    expect(await inUnit(false)).toContain('finance-head');
    await deactivatePerson(office, admin, { requestId: 'close-one', personId: 'finance-head' });
    expect(await inUnit(false)).not.toContain('finance-head');
    expect(await inUnit(true)).toContain('finance-head');
    expect(await find('lan')).toEqual([]);
  });
});
