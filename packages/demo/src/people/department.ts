import type { Role } from '@congso/contract/people';

/** The invented department: no such province and no such office exists, and nobody can own a domain under .example. */
export const DEPARTMENT = {
  name: 'Sở Nông nghiệp và Môi trường tỉnh Lam Sơn',
  shortName: 'SNNMT Lam Son',
  code: 'SNNMT',
  mailDomain: 'snnmt.lamson.example',
  registryMailbox: 'vanthu',
} as const;

export const UNITS = {
  bgd: { name: 'Ban Giám đốc', code: 'BGĐ', mailbox: null },
  vp: { name: 'Văn phòng Sở', code: 'VP', mailbox: 'vanphong' },
  ttr: { name: 'Thanh tra Sở', code: 'TTr', mailbox: 'thanhtra' },
  khtc: { name: 'Phòng Kế hoạch - Tài chính', code: 'KHTC', mailbox: 'kehoachtaichinh' },
  dd: { name: 'Phòng Quản lý đất đai', code: 'QLĐĐ', mailbox: 'datdai' },
  mt: { name: 'Phòng Quản lý môi trường', code: 'QLMT', mailbox: 'moitruong' },
  ttcn: { name: 'Phòng Trồng trọt và Chăn nuôi', code: 'TTCN', mailbox: 'trongtrotchannuoi' },
  tl: { name: 'Phòng Thủy lợi và Phòng, chống thiên tai', code: 'TLPCTT', mailbox: 'thuyloi' },
} as const satisfies Record<string, { name: string; code: string; mailbox: string | null }>;
export type UnitKey = keyof typeof UNITS;

/** Positions by rank; the first six are there from the founding. */
export const POSITIONS = {
  director: { title: 'Giám đốc', rank: 10 },
  deputyDirector: { title: 'Phó Giám đốc', rank: 20 },
  chiefOfOffice: { title: 'Chánh Văn phòng', rank: 22 },
  chiefInspector: { title: 'Chánh Thanh tra', rank: 23 },
  headOfDivision: { title: 'Trưởng phòng', rank: 25 },
  deputyChiefOfOffice: { title: 'Phó Chánh Văn phòng', rank: 32 },
  deputyChiefInspector: { title: 'Phó Chánh Thanh tra', rank: 33 },
  deputyHeadOfDivision: { title: 'Phó Trưởng phòng', rank: 35 },
  seniorOfficer: { title: 'Chuyên viên chính', rank: 45 },
  expert: { title: 'Chuyên viên', rank: 50 },
  inspector: { title: 'Thanh tra viên', rank: 51 },
  accountant: { title: 'Kế toán', rank: 54 },
  registrar: { title: 'Văn thư', rank: 60 },
  technician: { title: 'Quản trị hệ thống', rank: 65 },
  driver: { title: 'Lái xe', rank: 80 },
} as const;
export type PositionKey = keyof typeof POSITIONS;

/** Somebody of the office. `key` is the login; `she` decides between "chị" and "anh". */
export type Colleague = {
  readonly key: string;
  readonly name: string;
  readonly she: boolean;
  readonly unit: UnitKey;
  readonly position: PositionKey;
  readonly role: Role;
};
