import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import type { Role } from '@congso/contract/people';
import { newId } from '@congso/domain/office/ids';
import { makeFoundingAddress } from '@congso/domain/organisation/founding/make-founding-address';
import { splitName } from '@congso/language/names';
import { askOverHttp, signIn } from './enter-office.ts';
import { type OfficeOfProcesses, PASSWORD } from './start-office.ts';

export const OFFICE_NAME = 'Sở Nông nghiệp và Môi trường tỉnh Lam Sơn';
export const OFFICE_SHORT_NAME = 'Sở NN&MT Lam Sơn';
export const REGISTRY = 'vanthu@snnmt.lamson.example';
const [REGISTRY_MAILBOX = '', MAIL_DOMAIN = ''] = REGISTRY.split('@');
const ADMINISTRATOR = { login: 'quantri', name: 'Đỗ Minh Quân' };

export const UNITS = {
  office: { name: 'Văn phòng Sở', code: 'VP' },
  land: { name: 'Phòng Quản lý đất đai', code: 'QLĐĐ' },
  water: { name: 'Phòng Thủy lợi', code: 'TL' },
} as const;

/** Login -> who. The positions are those that every office is founded with. */
export const STAFF = {
  giamdoc: { name: 'Nguyễn Thị Hồng Vân', position: 'Giám đốc', unit: null, role: 'leader' },
  vanthu: { name: 'Lê Thị Cúc', position: 'Văn thư', unit: 'office', role: 'clerk' },
  truongphong: { name: 'Hoàng Văn Em', position: 'Trưởng phòng', unit: 'land', role: 'head' },
  chuyenvien: { name: 'Đặng Văn Hải', position: 'Chuyên viên', unit: 'land', role: 'officer' },
  chuyenvien2: { name: 'Bùi Thị Hoa', position: 'Chuyên viên', unit: 'land', role: 'officer' },
  thuyloi: { name: 'Ngô Văn Khôi', position: 'Trưởng phòng', unit: 'water', role: 'head' },
} as const satisfies Record<string, { name: string; position: string; unit: keyof typeof UNITS | null; role: Role }>;
export type Login = keyof typeof STAFF;

/** What somebody's phone is called by the network. */
export const phoneOf = (login: Login): string => `0912345${String(600 + Object.keys(STAFF).indexOf(login))}`;

/** A founded office and its administrator, signed in. */
export type FoundedOffice = {
  ask<K extends CommandName>(name: K, input: CommandRequest<K>): Promise<CommandOutput<K>>;
  readonly unitIds: Record<keyof typeof UNITS, string>;
  readonly personIds: Record<Login, string>;
};

/** Founds an empty office with its one-time token, and gives it units and people, each with a password of their own: all of it over HTTP. */
export async function foundOffice(office: OfficeOfProcesses): Promise<FoundedOffice> {
  const [url = ''] = office.urls;
  const address = await makeFoundingAddress(office.inside);
  if (!('token' in address)) throw new Error('somebody founded it before');
  await askOverHttp(url, '', 'founding.found', {
    token: address.token,
    officeName: OFFICE_NAME,
    mailDomain: MAIL_DOMAIN,
    ...splitName(ADMINISTRATOR.name),
    login: ADMINISTRATOR.login,
    password: PASSWORD,
  });
  const cookie = await signIn(url, ADMINISTRATOR.login);
  const ask: FoundedOffice['ask'] = (name, input) => askOverHttp(url, cookie, name, input);
  await ask('organisation.update', {
    requestId: newId(),
    name: OFFICE_NAME,
    shortName: OFFICE_SHORT_NAME,
    mailDomain: MAIL_DOMAIN,
    registryMailbox: REGISTRY_MAILBOX,
  });

  const [root] = (await ask('units.list', {})).units;
  if (!root) throw new Error('an office is founded with one unit');
  const unitIds: Record<string, string> = {};
  for (const [order, [key, unit]] of Object.entries(UNITS).entries()) {
    const wanted = { requestId: newId(), ...unit, parentId: root.id, mailbox: null, order };
    unitIds[key] = (await ask('units.create', wanted)).id;
  }
  const { positions } = await ask('positions.list', {});
  const personIds: Record<string, string> = {};
  for (const [login, { name, position, unit, role }] of Object.entries(STAFF)) {
    const { person, temporaryPassword } = await ask('people.create', {
      requestId: newId(),
      login,
      ...splitName(name),
      phone: phoneOf(login as Login),
      mail: `${login}@${MAIL_DOMAIN}`,
      appointment: {
        unitId: unit === null ? root.id : (unitIds[unit] ?? ''),
        positionId: positions.find(({ title }) => title === position)?.id ?? '',
        roles: [role],
        isPrimary: true,
      },
    });
    personIds[login] = person.id;
    const currentPassword = temporaryPassword ?? '';
    const own = await signIn(url, login, currentPassword);
    await askOverHttp(url, own, 'session.changePassword', {
      requestId: newId(),
      currentPassword,
      newPassword: PASSWORD,
    });
  }
  return { ask, unitIds, personIds } as FoundedOffice;
}
