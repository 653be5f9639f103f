import { describe, expect, it } from 'vitest';
import { findSecrecyInSubject, findSecrecyInText, findUrgencyInSubject, findUrgencyInText } from './find-marks.ts';

describe('secrecy marks', () => {
  it('are seen where an office puts them', () => {
    expect(findSecrecyInSubject('[MẬT] Báo cáo tình hình')).toBe('confidential');
    expect(findSecrecyInSubject('(Tối mật) Phương án')).toBe('secret');
    expect(findSecrecyInSubject('TUYỆT MẬT - Kế hoạch')).toBe('top-secret');
    expect(findSecrecyInSubject('Fwd: MẬT: báo cáo')).toBe('confidential');
    expect(findSecrecyInSubject('Báo cáo tình hình - MẬT')).toBe('confidential');
    expect(findSecrecyInSubject('Báo cáo, độ mật: Tối mật')).toBe('secret');
    expect(findSecrecyInText('Số: 12/BC-CA\nTỐI MẬT\nKính gửi')).toBe('secret');
    expect(findSecrecyInText('Độ mật: Mật')).toBe('confidential');
    expect(findSecrecyInText('  MẬT  '.normalize('NFD'))).toBe('confidential');
  });

  it('are not seen in ordinary words', () => {
    const ordinary = [
      'Đổi mật khẩu thư điện tử',
      'BẢO MẬT THÔNG TIN',
      'Bảo vệ bí mật nhà nước',
      'Hội chợ mật ong Mẫu Sơn',
      'MẬT ONG MẪU SƠN - mời dùng thử',
      'Thân mật: mời họp mặt',
      'MẶT TRẬN TỔ QUỐC',
      'MẤT: thẻ công chức',
      'Mật - Đường Hòa Lạc',
      'Độ mật: Không',
      'Mật độ: cao',
      'Độ mật của văn bản: theo quy định',
    ];
    for (const text of ordinary) {
      expect(findSecrecyInSubject(text), text).toBeNull();
      expect(findSecrecyInText(text), text).toBeNull();
    }
    expect(findSecrecyInText('mật\nmật ong\nBÍ MẬT\nĐÃ GIẢI MẬT')).toBeNull();
  });
});

describe('urgency marks', () => {
  it('are seen in both spellings of hỏa tốc, the longer mark before the shorter', () => {
    expect(findUrgencyInSubject('HỎA TỐC: phòng chống bão số 3')).toBe('express');
    expect(findUrgencyInSubject('[Hoả tốc] phòng chống bão')).toBe('express');
    expect(findUrgencyInSubject('(THƯỢNG KHẨN) báo cáo')).toBe('very-urgent');
    expect(findUrgencyInSubject('KHẨN - Báo cáo')).toBe('urgent');
    expect(findUrgencyInSubject('Re: [KHẨN] Báo cáo')).toBe('urgent');
    expect(findUrgencyInText('V/v phòng chống bão\nHỎA TỐC HẸN GIỜ')).toBe('express');
    expect(findUrgencyInText('Độ khẩn: Thượng khẩn')).toBe('very-urgent');
  });

  it('are not seen in ordinary words', () => {
    for (const text of [
      'Khẩn trương rà soát',
      'Đề nghị khẩn trương: báo cáo',
      'CÔNG ĐIỆN KHẨN CẤP',
      'Tình trạng khẩn cấp',
    ]) {
      expect(findUrgencyInSubject(text), text).toBeNull();
      expect(findUrgencyInText(text), text).toBeNull();
    }
  });
});
