import { COMMANDS, type CommandRequest } from '@congso/contract/catalog';
import type { Fact } from '@congso/contract/facts';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../office/caller.ts';
import { newId } from '../../office/ids.ts';
import { deactivatePerson } from '../../people/accounts/deactivate-person.ts';
import { listOwnAddresses } from '../list-own-addresses.ts';
import { loadUnitTree } from '../unit-tree.ts';
import { updateOrganisation } from '../update-organisation.ts';
import { closeUnit } from './close-unit.ts';
import { createUnit } from './create-unit.ts';
import { listUnits } from './list-units.ts';
import { updateUnit } from './update-unit.ts';

let office: TestOffice;
let admin: Caller;
let told: Fact[];
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  told = [];
  const tell = (name: string) => [async (_office: unknown, payload: object) => told.push({ name, payload } as Fact)];
  Object.assign(office, {
    reactions: { 'unit.created': tell('unit.created'), 'unit.changed': tell('unit.changed') },
  });
  admin = await callerOf(office, 'admin');
});
afterEach(() => closeTestOffice(office));

const create = (change: Partial<CommandRequest<'units.create'>> = {}) =>
  createUnit(
    office,
    admin,
    COMMANDS['units.create'].input.parse({
      requestId: `create-${newId()}`,
      name: 'Thanh tra Sở',
      code: 'TTr',
      parentId: 'department',
      mailbox: null,
      order: 7,
      ...change,
    }),
  );
const move = (unitId: string, parentId: string | null, change: object = {}) =>
  updateUnit(office, admin, {
    requestId: `move-${newId()}`,
    unitId,
    name: 'Đơn vị',
    code: 'DV',
    parentId,
    mailbox: null,
    order: 1,
    ...change,
  });
const refused = (code: string, field: string) => ({ code, field });

describe('a unit', () => {
  it('changed in one field keeps what somebody else has changed in another since; so does the office', async () => {
    const on = (requestId: string) => ({ requestId, unitId: 'planning' });
    await updateUnit(office, admin, { ...on('update-one'), name: 'Phòng Kế hoạch mới' });
    const unit = await updateUnit(office, admin, { ...on('update-two'), code: 'KHM', mailbox: 'khm' });
    expect(unit).toMatchObject({ name: 'Phòng Kế hoạch mới', code: 'KHM', mailbox: 'khm' });
    await updateOrganisation(office, admin, { requestId: 'office-one', name: 'Sở Mới' });
    expect(await updateOrganisation(office, admin, { requestId: 'office-two', shortName: 'SM' })).toMatchObject({
      name: 'Sở Mới',
      shortName: 'SM',
    });
  });

  it('founded twice by one request is one unit, told once', async () => {
    const founded = await Promise.all([create({ requestId: 'create-one' }), create({ requestId: 'create-one' })]);
    expect(founded[0]).toEqual(founded[1]);
    await office.relay.settled();
    expect(told).toEqual([{ name: 'unit.created', payload: { unitId: founded[0]?.id } }]);
  });

  it('stands below an open unit that is there; the office has one root', async () => {
    await expect(create({ parentId: 'nowhere' })).rejects.toMatchObject(refused('NOT_FOUND', 'parentId'));
    await expect(create({ parentId: null })).rejects.toMatchObject(refused('BAD_INPUT', 'parentId'));
    const closed = await create();
    await closeUnit(office, admin, { requestId: 'close-one', unitId: closed.id });
    await expect(create({ parentId: closed.id })).rejects.toMatchObject(refused('WRONG_STATE', 'parentId'));
  });

  it('cannot be moved below itself, and the root stays the root', async () => {
    await expect(move('planning', 'planning')).rejects.toMatchObject(refused('BAD_INPUT', 'parentId'));
    await expect(move('planning', 'statistics')).rejects.toMatchObject(refused('BAD_INPUT', 'parentId'));
    await expect(move('planning', null)).rejects.toMatchObject(refused('BAD_INPUT', 'parentId'));
    await expect(move('department', 'planning')).rejects.toMatchObject(refused('BAD_INPUT', 'parentId'));
    await move('statistics', 'finance');
    expect((await loadUnitTree(office)).withAllBelow('finance')).toEqual(['finance', 'statistics']);
  });

  it('and another one moved below each other at the same moment make no ring', async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.allSettled([move('planning', 'finance'), move('finance', 'planning')]);
      const listed = (await listUnits(office, admin, {})).units;
      expect(listed).toHaveLength(5);
      await Promise.allSettled([move('planning', 'department'), move('finance', 'department')]);
    }
  });

  it('is closed only with nobody and no open unit left in it', async () => {
    const close = (unitId: string) => closeUnit(office, admin, { requestId: `close-${unitId}`, unitId });
    await expect(close('statistics')).rejects.toMatchObject(refused('UNIT_NOT_EMPTY', 'unitId'));
    await expect(close('department')).rejects.toMatchObject(refused('WRONG_STATE', 'unitId'));
    await deactivatePerson(office, admin, { requestId: 'leave-one', personId: 'statistics-officer' });
    expect(await close('statistics')).toMatchObject({ isClosed: true, mailbox: null });
    expect(await close('statistics')).toMatchObject({ isClosed: true, version: 2 });
    const parent = await create();
    await create({ parentId: parent.id });
    await expect(close(parent.id)).rejects.toMatchObject(refused('UNIT_NOT_EMPTY', 'unitId'));
  });

  it('is listed after its parent, and siblings in their order', async () => {
    const { units } = await listUnits(office, admin, {});
    expect(units.map(({ id }) => id)).toEqual(['department', 'head-office', 'planning', 'statistics', 'finance']);
  });
});

describe('a mailbox', () => {
  it('belongs to one: another unit, the registry or the postmaster cannot lose theirs', async () => {
    for (const mailbox of ['kehoach', 'vanthu', 'postmaster']) {
      await expect(create({ mailbox }), mailbox).rejects.toMatchObject(refused('ALREADY_EXISTS', 'mailbox'));
      await expect(move('finance', 'department', { mailbox }), mailbox).rejects.toMatchObject(
        refused('ALREADY_EXISTS', 'mailbox'),
      );
    }
    const raced = await Promise.allSettled([create({ mailbox: 'thanhtra' }), create({ mailbox: 'thanhtra' })]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not given to a closed unit, which stays as it was closed', async () => {
    const closed = await create({ mailbox: 'thanhtra' });
    await closeUnit(office, admin, { requestId: 'close-one', unitId: closed.id });
    await expect(move(closed.id, 'department', { mailbox: 'thanhtra' })).rejects.toMatchObject(
      refused('WRONG_STATE', 'unitId'),
    );
    expect((await create({ requestId: 'create-other', mailbox: 'thanhtra' })).mailbox).toBe('thanhtra');
  });

  it('of the registry cannot be one of a unit', async () => {
    const office_ = { name: 'Sở Nội vụ', shortName: 'SNV', mailDomain: 'snv.example.vn' };
    const change = (registryMailbox: string, requestId: string) =>
      updateOrganisation(office, admin, { ...office_, registryMailbox, requestId });
    await expect(change('kehoach', 'update-one')).rejects.toMatchObject(refused('ALREADY_EXISTS', 'registryMailbox'));
    expect(await change('vanthuso', 'update-two')).toMatchObject({ name: 'Sở Nội vụ', registryMailbox: 'vanthuso' });
    expect(await listOwnAddresses(office)).toEqual([
      { address: 'vanthuso@snv.example.vn', unitId: null },
      { address: 'postmaster@snv.example.vn', unitId: null },
      { address: 'kehoach@snv.example.vn', unitId: 'planning' },
      { address: 'taichinh@snv.example.vn', unitId: 'finance' },
      { address: 'abuse@snv.example.vn', unitId: null },
    ]);
  });

  it('is free for another when its unit is closed, and no mail comes in for it', async () => {
    const unit = await create({ mailbox: 'thanhtra' });
    await closeUnit(office, admin, { requestId: 'close-one', unitId: unit.id });
    expect((await listOwnAddresses(office)).map(({ address }) => address)).not.toContain('thanhtra@snv.example.vn');
    expect((await create({ mailbox: 'thanhtra' })).mailbox).toBe('thanhtra');
  });
});

describe('at the door', () => {
  it('names with controls, addresses that are none and operators are refused', () => {
    const valid = { requestId: 'create-one', name: 'Phòng', code: 'P', parentId: null, mailbox: null, order: 1 };
    const parse = (change: object) => () => COMMANDS['units.create'].input.parse({ ...valid, ...change });
    expect(parse({})).not.toThrow();
    const hostile = [
      { name: 'Phòng\nA' },
      { name: 'Phòng\u0000' },
      { name: ' ' },
      { name: 'P'.repeat(201) },
      { mailbox: 'a@b' },
      { mailbox: 'a b' },
      { mailbox: '../x' },
      { parentId: { $ne: null } },
      { order: -1 },
      { requestId: { $gt: '' } },
    ];
    for (const change of hostile) expect(parse(change), JSON.stringify(change)).toThrow();
    expect(COMMANDS['units.create'].input.parse({ ...valid, name: 'Phòng'.normalize('NFD') }).name).toBe('Phòng');
  });
});
