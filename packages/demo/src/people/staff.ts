import type { Role } from '@congso/contract/people';
import type { Colleague, PositionKey, UnitKey } from './department.ts';

type Row = readonly [key: string, name: string, she: 'chị' | 'anh', position: PositionKey, role: Role];

/** Everybody, by unit, whoever leads it first. The names are made up of common parts; any likeness is chance. */
const BY_UNIT: Record<UnitKey, readonly Row[]> = {
  bgd: [
    ['giamdoc', 'Hoàng Đình Khải', 'anh', 'director', 'leader'],
    ['phogiamdoc1', 'Vũ Thị Thanh Hà', 'chị', 'deputyDirector', 'leader'],
    ['phogiamdoc2', 'Nông Văn Thắng', 'anh', 'deputyDirector', 'leader'],
    ['phogiamdoc3', 'Trịnh Quốc Bảo', 'anh', 'deputyDirector', 'leader'],
  ],
  vp: [
    ['chanhvanphong', 'Đặng Thị Minh Nguyệt', 'chị', 'chiefOfOffice', 'head'],
    ['phochanhvanphong', 'Lương Xuân Trường', 'anh', 'deputyChiefOfOffice', 'deputy'],
    ['vanthu', 'Bùi Thị Ngọc Lan', 'chị', 'registrar', 'clerk'],
    ['vanthu2', 'Hà Thu Trang', 'chị', 'registrar', 'clerk'],
    ['quantri', 'Đỗ Minh Quân', 'anh', 'technician', 'admin'],
    ['hien.pt', 'Phạm Thị Hiền', 'chị', 'accountant', 'officer'],
    ['tu.nv', 'Nguyễn Văn Tú', 'anh', 'expert', 'officer'],
    ['mai.lt', 'Lý Thị Mai', 'chị', 'expert', 'officer'],
    ['duc.tv', 'Tạ Văn Đức', 'anh', 'driver', 'officer'],
    ['hung.cv', 'Chu Văn Hùng', 'anh', 'driver', 'officer'],
  ],
  ttr: [
    ['chanhthanhtra', 'Phan Thanh Liêm', 'anh', 'chiefInspector', 'head'],
    ['phochanhthanhtra', 'Mã Thị Thúy', 'chị', 'deputyChiefInspector', 'deputy'],
    ['son.hm', 'Hoàng Minh Sơn', 'anh', 'inspector', 'officer'],
    ['van.tth', 'Trần Thị Hồng Vân', 'chị', 'inspector', 'officer'],
    ['kien.lt', 'Lê Trung Kiên', 'anh', 'inspector', 'officer'],
    ['yen.nh', 'Ngô Hải Yến', 'chị', 'inspector', 'officer'],
  ],
  khtc: [
    ['truongphong.khtc', 'Nguyễn Thị Bích Ngọc', 'chị', 'headOfDivision', 'head'],
    ['phophong.khtc', 'Dương Văn Lâm', 'anh', 'deputyHeadOfDivision', 'deputy'],
    ['tuan.na', 'Nguyễn Anh Tuấn', 'anh', 'seniorOfficer', 'officer'],
    ['huong.vt', 'Vi Thị Hương', 'chị', 'expert', 'officer'],
    ['long.ph', 'Phùng Hải Long', 'anh', 'expert', 'officer'],
    ['thao.dtp', 'Đinh Thị Phương Thảo', 'chị', 'expert', 'officer'],
    ['nam.tq', 'Trần Quang Nam', 'anh', 'expert', 'officer'],
    ['linh.bk', 'Bế Khánh Linh', 'chị', 'expert', 'officer'],
    ['hoa.nt', 'Nguyễn Thị Hoa', 'chị', 'accountant', 'officer'],
  ],
  dd: [
    ['truongphong.dd', 'Lê Văn Chiến', 'anh', 'headOfDivision', 'head'],
    ['phophong.dd', 'Hoàng Thị Kim Oanh', 'chị', 'deputyHeadOfDivision', 'deputy'],
    ['cuong.nm', 'Nguyễn Mạnh Cường', 'anh', 'seniorOfficer', 'officer'],
    ['dung.lt', 'Lương Thùy Dung', 'chị', 'expert', 'officer'],
    ['hai.dv', 'Đoàn Văn Hải', 'anh', 'expert', 'officer'],
    ['nga.tt', 'Triệu Thị Nga', 'chị', 'expert', 'officer'],
    ['phong.vh', 'Vũ Hồng Phong', 'anh', 'expert', 'officer'],
    ['giang.ht', 'Hứa Trường Giang', 'anh', 'expert', 'officer'],
    ['quynh.pn', 'Phạm Như Quỳnh', 'chị', 'expert', 'officer'],
  ],
  mt: [
    ['truongphong.mt', 'Nguyễn Hữu Phước', 'anh', 'headOfDivision', 'head'],
    ['phophong.mt', 'Đàm Thị Tuyết', 'chị', 'deputyHeadOfDivision', 'deputy'],
    ['binh.vt', 'Vương Thanh Bình', 'anh', 'seniorOfficer', 'officer'],
    ['anh.ntl', 'Nguyễn Thị Lan Anh', 'chị', 'expert', 'officer'],
    ['khoa.td', 'Trương Đăng Khoa', 'anh', 'expert', 'officer'],
    ['chi.lq', 'Lâm Quỳnh Chi', 'chị', 'expert', 'officer'],
    ['thanh.nc', 'Nông Chí Thành', 'anh', 'expert', 'officer'],
  ],
  ttcn: [
    ['truongphong.ttcn', 'Trần Thị Hải Đường', 'chị', 'headOfDivision', 'head'],
    ['phophong.ttcn', 'Lục Văn Toàn', 'anh', 'deputyHeadOfDivision', 'deputy'],
    ['loan.ht', 'Hoàng Thị Loan', 'chị', 'seniorOfficer', 'officer'],
    ['viet.dq', 'Đào Quốc Việt', 'anh', 'expert', 'officer'],
    ['trung.bv', 'Bàn Văn Trung', 'anh', 'expert', 'officer'],
    ['ly.nk', 'Nguyễn Khánh Ly', 'chị', 'expert', 'officer'],
    ['hanh.vt', 'Vy Thị Hạnh', 'chị', 'expert', 'officer'],
  ],
  tl: [
    ['truongphong.tl', 'Nguyễn Ngọc Sáng', 'anh', 'headOfDivision', 'head'],
    ['phophong.tl', 'Lành Văn Điệp', 'anh', 'deputyHeadOfDivision', 'deputy'],
    ['thu.dt', 'Đỗ Thị Thu', 'chị', 'seniorOfficer', 'officer'],
    ['manh.tc', 'Tô Công Mạnh', 'anh', 'expert', 'officer'],
    ['dat.nt', 'Nguyễn Tiến Đạt', 'anh', 'expert', 'officer'],
    ['uyen.lp', 'Lê Phương Uyên', 'chị', 'expert', 'officer'],
    ['vinh.hq', 'Hoàng Quang Vinh', 'anh', 'expert', 'officer'],
    ['nhung.mt', 'Mông Thị Nhung', 'chị', 'expert', 'officer'],
  ],
};

export const STAFF: readonly Colleague[] = (Object.entries(BY_UNIT) as [UnitKey, readonly Row[]][]).flatMap(
  ([unit, rows]) =>
    rows.map(([key, name, she, position, role]) => ({ key, name, she: she === 'chị', unit, position, role })),
);

const byKey = new Map(STAFF.map((colleague) => [colleague.key, colleague]));

/** @throws when nobody has that login: a slip of ours. */
export function colleague(key: string): Colleague {
  const found = byKey.get(key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found;
}

/** Who works in a unit, its head first. */
export const membersOf = (unit: UnitKey) => STAFF.filter((one) => one.unit === unit);

/** Whoever gets a unit's work to do. */
export const officersOf = (unit: UnitKey) =>
  membersOf(unit).filter((one) => one.role === 'officer' && one.position !== 'driver');

/** The head of a unit. */
export function headOf(unit: UnitKey): Colleague {
  const head = membersOf(unit).find((one) => one.role === 'head');
  if (!head) throw new Error(`${unit} has no head`);
  return head;
}
