import type { OfficialDocument } from '@congso/contract/documents';
import { createTranslator } from '@congso/language/translate';
import { describe, expect, it } from 'vitest';
import { registerRowOf } from './register-row.ts';

const letter: OfficialDocument = {
  id: 'letter',
  state: 'assigned',
  register: 'incoming',
  year: 2026,
  arrivalNumber: 128,
  arrivalDate: '2026-03-10',
  registeredAt: '2026-03-10T03:00:00.000Z',
  issuer: 'UBND tỉnh Lạng Sơn',
  codeNumber: '15',
  codeNotation: 'QĐ-UBND',
  issuedDate: '2026-03-09',
  documentType: 'decision',
  subject: 'Về việc giao chỉ tiêu biên chế',
  urgency: 'normal',
  note: '',
  dueInLetter: null,
  dueDate: null,
  dueAt: null,
  completedAt: null,
  mailId: null,
  holders: [
    { unitId: 'finance', personId: 'lan', part: 'coordinate', at: '2026-03-11T02:00:00.000Z' },
    { unitId: 'planning', personId: 'em', part: 'lead', at: '2026-03-10T17:30:00.000Z' },
    { unitId: 'planning', personId: 'hai', part: 'lead', at: '2026-03-12T02:00:00.000Z' },
  ],
  voidReason: null,
  version: 4,
};

const rowOf = async (changed: Partial<OfficialDocument> = {}) =>
  registerRowOf(
    { ...letter, ...changed },
    { say: await createTranslator('vi'), nameOf: (id) => `ông ${id}`, unitNameOf: (id) => `Phòng ${id}` },
  );

describe('a row of the register of incoming documents', () => {
  it('says what annex IV asks for, dates as they are written here', async () => {
    expect(await rowOf()).toMatchObject({
      arrivalDate: '10/03/2026',
      arrivalNumber: '128',
      issuer: 'UBND tỉnh Lạng Sơn',
      numberAndNotation: '15/QĐ-UBND',
      issuedDate: '09/03/2026',
      typeAndSubject: 'Quyết định: Về việc giao chỉ tiêu biên chế',
      receiptSignature: '',
    });
  });

  it('names the leading unit first, with its people, and who coordinates', async () => {
    expect((await rowOf()).handler).toBe('Phòng planning (ông em, ông hai); Phòng finance, phối hợp (ông lan)');
  });

  it('was transferred on the day in Hanoi when it was first handed to somebody', async () => {
    expect((await rowOf()).transferDate).toBe('11/03/2026');
  });

  it('stays legible when nothing is known yet', async () => {
    const row = await rowOf({ issuedDate: null, codeNumber: '', codeNotation: '', documentType: '', holders: [] });
    expect(row).toMatchObject({ issuedDate: '', numberAndNotation: '', handler: '', transferDate: '' });
    expect(row.typeAndSubject).toBe('Về việc giao chỉ tiêu biên chế');
  });

  it('shows a void number with its reason beside the note', async () => {
    const { note } = await rowOf({ state: 'voided', voidReason: 'vào nhầm sổ', note: 'bản giấy' });
    expect(note).toBe('Số đến này đã hủy: vào nhầm sổ. bản giấy');
  });
});
