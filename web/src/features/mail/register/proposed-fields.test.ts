import type { Proposal } from '@congso/contract/mail-reading';
import { describe, expect, it } from 'vitest';
import { doubtsOf, proposedFieldsOf, sourcesOf } from './proposed-fields.ts';

const nothing: Proposal = {
  issuer: null,
  codeText: null,
  codeNumber: null,
  codeNotation: null,
  issuedDate: null,
  documentType: null,
  subject: null,
  urgency: null,
  secrecyMark: null,
  refersTo: null,
  deadline: null,
  meeting: null,
  notes: [],
};
const inPdf = (value: string) => ({ value, source: 'pdf' as const });

describe('the form a clerk confirms', () => {
  it('is filled with what was read of the letter', () => {
    const proposal: Proposal = {
      ...nothing,
      issuer: inPdf('UBND tỉnh Lạng Sơn'),
      codeText: inPdf('15/QĐ-UBND'),
      codeNumber: inPdf('15'),
      codeNotation: inPdf('QĐ-UBND'),
      issuedDate: inPdf('2026-03-09'),
      documentType: inPdf('decision'),
      subject: inPdf('Về việc giao chỉ tiêu'),
      urgency: { value: 'express', source: 'subject' },
    };
    expect(proposedFieldsOf({ proposal, subject: 'Fwd: QD 15' })).toEqual({
      issuer: 'UBND tỉnh Lạng Sơn',
      codeNumber: '15',
      codeNotation: 'QĐ-UBND',
      issuedDate: '2026-03-09',
      documentType: 'decision',
      subject: 'Về việc giao chỉ tiêu',
      urgency: 'express',
      note: '',
      dueInLetter: null,
    });
    expect(sourcesOf(proposal)).toMatchObject({ issuer: 'pdf', urgency: 'subject', codeNotation: 'pdf' });
  });

  it('guesses nothing that was not found, but offers the subject line of the mail', () => {
    const fields = proposedFieldsOf({ proposal: nothing, subject: 'V/v họp giao ban' });
    expect(fields).toMatchObject({ issuer: '', codeNumber: '', issuedDate: null, documentType: '', urgency: 'normal' });
    expect(fields.subject).toBe('V/v họp giao ban');
    expect(sourcesOf(nothing)).toEqual({});
  });

  it('puts an irregular code whole into the notation', () => {
    const proposal = { ...nothing, codeText: inPdf('12-NQ/TU') };
    expect(proposedFieldsOf({ proposal, subject: '' })).toMatchObject({ codeNumber: '', codeNotation: '12-NQ/TU' });
  });

  it('does not take a type the catalogue does not know', () => {
    const proposal = { ...nothing, documentType: inPdf('love-letter') };
    expect(proposedFieldsOf({ proposal, subject: '' }).documentType).toBe('');
  });

  it('shows each doubt at the field it is about', () => {
    const proposal: Proposal = { ...nothing, notes: ['code-differs', 'date-in-future', 'issuer-not-known'] };
    expect(doubtsOf(proposal)).toEqual({
      codeNotation: 'code-differs',
      issuedDate: 'date-in-future',
      issuer: 'issuer-not-known',
    });
  });
});
