import { describe, expect, it } from 'vitest';
import {
  findSecrecyInBody,
  findSecrecyInFileName,
  findSecrecyInSubject,
  findSecrecyInText,
  findUrgencyInSubject,
  findUrgencyInText,
} from './find-marks.ts';

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

  it('are seen however a clerk writes them into a subject', () => {
    const marked: [string, string][] = [
      ['TỐI MẬT Công văn số 6/CAT-PA', 'secret'],
      ['Tối mật - báo cáo', 'secret'],
      ['Mật: báo cáo tình hình', 'confidential'],
      ['MẬT. Báo cáo', 'confidential'],
      ['Mật - Báo cáo tình hình', 'confidential'],
      ['CV MẬT số 6/CAT-PA', 'confidential'],
      ['Công văn mật số 6/CAT-PA', 'confidential'],
      ['CÔNG VĂN MẬT SỐ 6/CAT-PA', 'confidential'],
      ['ĐỘ MẬT: MẬT', 'confidential'],
      ['MẬT CÔNG VĂN SỐ 6', 'confidential'],
      ['Trả lời: TUYỆT MẬT Kế hoạch', 'top-secret'],
      ['Gửi đồng chí văn bản MẬT của tỉnh', 'confidential'],
      ['TOI MAT - Cong van so 6', 'secret'],
      ['[MAT] Cong van so 6', 'confidential'],
      ['Báo cáo (Tối Mật)', 'secret'],
    ];
    for (const [subject, mark] of marked) {
      expect(findSecrecyInSubject(subject), subject).toBe(mark);
      expect(findSecrecyInSubject(subject.normalize('NFD')), subject).toBe(mark);
    }
  });

  it('are seen in the first lines of a body and in names of files', () => {
    expect(findSecrecyInBody('Kính gửi Sở\n\nTối mật: gửi kèm phương án')).toBe('secret');
    expect(findSecrecyInBody('Kính gửi Sở về việc bảo mật thông tin, mật ong')).toBeNull();
    const names: [string, string | null][] = [
      ['CV 6 (MẬT).pdf', 'confidential'],
      ['Mật_cv15.pdf', 'confidential'],
      ['cv_15_mật.pdf', 'confidential'],
      ['TỐI MẬT.pdf', 'secret'],
      ['6.BC.Tuyệt mật.docx', 'top-secret'],
      ['TOI MAT_6.pdf', 'secret'],
      ['mật_khẩu.txt', null],
      ['bảo_mật_thông_tin.pdf', null],
      ['Quy chế bảo vệ bí mật.pdf', null],
      ['mat_ong.pdf', null],
      ['mật ong.pdf', null],
      ['giải mật.pdf', null],
    ];
    for (const [name, mark] of names) expect(findSecrecyInFileName(name), name).toBe(mark);
  });

  it('are not seen in ordinary words', () => {
    const ordinary = [
      'HỘI CHỢ MẬT, HOA QUẢ tại Lạng Sơn',
      'Về việc bảo vệ tài liệu tối mật',
      'V/v quản lý tài liệu mật',
      'Quy chế BẢO MẬT của Sở',
      'MẬT KHẨU hết hạn',
      'Bao mat thong tin',
      'TOI MATERIAL list',
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
    expect(findUrgencyInSubject('HỎA TỐC Công văn số 12/SNV-VP')).toBe('express');
    expect(findUrgencyInSubject('Khẩn: báo cáo')).toBe('urgent');
    expect(findUrgencyInSubject('Công văn khẩn số 5/SNV-VP')).toBe('urgent');
    expect(findUrgencyInSubject('CV KHẨN số 5/SNV-VP')).toBe('urgent');
    expect(findUrgencyInSubject('HOA TOC cong van so 5')).toBe('express');
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
