import { describe, expect, it } from 'vitest';
import { findDate, findDateBehind, findPlaceAndDate } from './find-date.ts';
import { agenciesOfHeading, agencyOfDisplayName, findIssuerByAddress, findIssuerByName } from './find-issuer.ts';
import { asSubject, findTypeAtStart, splitSubject } from './find-subject.ts';

describe('dates', () => {
  it('are read as letters write them', () => {
    expect(findDate('Lạng Sơn, ngày 12 tháng 3 năm 2026')?.date).toBe('2026-03-12');
    expect(findDate('số 15/QĐ-UBND ngày 12/3/2026 của')?.date).toBe('2026-03-12');
    expect(findDate('12-03-2026')?.date).toBe('2026-03-12');
    expect(findDate('Hà Nội, ngày 01 tháng 02 năm 2026'.normalize('NFC'))?.date).toBe('2026-02-01');
  });

  it('that do not exist or were left blank are none', () => {
    for (const text of [
      'ngày 31 tháng 2 năm 2026',
      'ngày    tháng 3 năm 2026',
      '12/13/2026',
      '1/1/0026',
      '112/3/20261',
      '',
    ])
      expect(findDate(text), text).toBeNull();
  });

  it('of the letter stand with a place; a deadline does not', () => {
    expect(findPlaceAndDate('Lạng Sơn, ngày 12 tháng 3 năm 2026')?.date).toBe('2026-03-12');
    expect(findPlaceAndDate('báo cáo trước ngày 12 tháng 3 năm 2026')).toBeNull();
  });
});

describe('a date in a sentence', () => {
  it('is the letter’s own only right behind its number, or alone on a line with the place', () => {
    expect(findDateBehind(' ngày 12/3/2026 của Sở')?.date).toBe('2026-03-12');
    expect(findDateBehind(', ký ngày 12 tháng 3 năm 2026')?.date).toBe('2026-03-12');
    expect(findDateBehind(': họp ngày 12/3/2026')).toBeNull();
    const meetings = [
      'Kính mời dự họp tại Lạng Sơn, ngày 12 tháng 3 năm 2026',
      'Thứ Năm, ngày 12 tháng 3 năm 2026',
      'Sáng thứ Năm, ngày 12 tháng 3 năm 2026',
      'Thời gian: 8 giờ, ngày 12 tháng 3 năm 2026',
      'Lạng Sơn, ngày 12 tháng 3 năm 2026 sẽ họp',
    ];
    for (const line of meetings) expect(findPlaceAndDate(`Kính gửi\n${line}\nTrân trọng`), line).toBeNull();
    expect(findPlaceAndDate('Số: 5\n  Lạng Sơn, ngày 12 tháng 3 năm 2026.\nKính gửi')?.date).toBe('2026-03-12');
  });
});

describe('the subject of a mail', () => {
  it('gives the trích yếu without number, type, date and reply marks', () => {
    const about = (subject: string) => splitSubject(subject).about;
    expect(about('Công văn số 123/SNV-VP về việc báo cáo kết quả')).toBe('Báo cáo kết quả');
    expect(about('Re: [KHẨN] 123/SNV-VP V/v: rà soát thủ tục.')).toBe('Rà soát thủ tục');
    expect(about('Quyết định số 15/QĐ-UBND ngày 12/3/2026 của UBND tỉnh: bổ nhiệm cán bộ')).toBe('Bổ nhiệm cán bộ');
    expect(about('Thông báo kết luận số 12/TB-VP')).toBe('Kết luận');
    expect(about('Giấy mời họp giao ban tháng Ba')).toBe('Giấy mời họp giao ban tháng Ba');
    expect(about('123/SNV-VP')).toBe('123/SNV-VP');
    expect(about('')).toBeNull();
  });

  it('keeps a number behind "về việc" apart: it is another document', () => {
    expect(splitSubject('V/v triển khai Quyết định số 15/QĐ-UBND').label).toBe('');
  });

  it('begins with a capital, also where the letter is one Vietnamese adds', () => {
    expect(asSubject('đề nghị   phối hợp;')).toBe('Đề nghị phối hợp');
  });

  it('names its type only as a whole word', () => {
    expect(findTypeAtStart('GIẤY MỜI')?.key).toBe('invitation');
    expect(findTypeAtStart('Giấy uỷ quyền')?.key).toBe('power-of-attorney');
    expect(findTypeAtStart('Dự ánh sáng')).toBeNull();
  });
});

describe('the issuer', () => {
  const home = { name: 'Sở Nội vụ tỉnh Lạng Sơn', domains: ['snv.langson.example'], aliases: ['SNV Lạng Sơn'] };
  const province = { name: 'UBND tỉnh Lạng Sơn', domains: ['langson.example'], aliases: [] };

  it('is the last agency of the heading; broken lines are one name', () => {
    expect(agenciesOfHeading(['UBND TỈNH LẠNG SƠN', 'SỞ NỘI VỤ', '_______'])).toEqual([
      'UBND TỈNH LẠNG SƠN',
      'SỞ NỘI VỤ',
    ]);
    expect(agenciesOfHeading(['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'])).toEqual(['ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN']);
    expect(agenciesOfHeading(['BỘ GIÁO DỤC', 'VÀ ĐÀO TẠO', 'VĂN PHÒNG'])).toEqual([
      'BỘ GIÁO DỤC VÀ ĐÀO TẠO',
      'VĂN PHÒNG',
    ]);
  });

  it('is known by name and alias in any spelling', () => {
    expect(findIssuerByName('ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN', [home, province])).toBe(province);
    expect(findIssuerByName('snv lang son', [home, province])).toBe(home);
    expect(findIssuerByName('Sở Nội vụ tỉnh Cao Bằng', [home, province])).toBeNull();
  });

  it('is known by domain, the closest one, and never by a domain that only ends alike', () => {
    expect(findIssuerByAddress('vt@snv.langson.example', [province, home])).toBe(home);
    expect(findIssuerByAddress('vt@mail.langson.example', [province, home])).toBe(province);
    expect(findIssuerByAddress('vt@fakelangson.example', [province, home])).toBeNull();
    expect(findIssuerByAddress('langson.example@evil.example', [province, home])).toBeNull();
  });

  it('is read from a display name that names an agency', () => {
    expect(agencyOfDisplayName('Văn thư Sở Nội vụ')).toBe('Sở Nội vụ');
    for (const agency of [
      'Đoàn Thanh niên Sở Nội vụ',
      'Ban Quản lý dự án',
      'Bộ Nội vụ',
      'Thuế tỉnh Lạng Sơn',
      'Hội Nông dân tỉnh',
    ])
      expect(agencyOfDisplayName(agency), agency).toBe(agency);
  });

  it('is no person and no role, whose names begin as an agency’s', () => {
    for (const other of [
      'Nguyễn Văn Án',
      'Đoàn Thị Lan',
      'Đoàn Văn Hậu',
      'Cục trưởng Cục Thuế',
      'Đoàn viên Sở Nội vụ',
      'Chi cục trưởng',
      'Bộ phận một cửa',
      'Ban Giám đốc',
      'Văn phòng',
      'Văn thư',
      'Phòng',
    ])
      expect(agencyOfDisplayName(other), other).toBeNull();
  });
});
