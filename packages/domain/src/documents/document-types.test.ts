import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES, findDocumentTypeOfNotation } from './document-types.ts';

describe('the catalogue of document types', () => {
  it('holds the 29 types of Decree 30/2020, 27 of them abbreviated, none twice', () => {
    const abbreviations = DOCUMENT_TYPES.flatMap(({ abbreviation }) => abbreviation ?? []);
    expect(DOCUMENT_TYPES).toHaveLength(29);
    expect(abbreviations).toHaveLength(27);
    expect(new Set(abbreviations).size).toBe(27);
    expect(new Set(DOCUMENT_TYPES.map(({ key }) => key)).size).toBe(29);
  });

  it('tells quyết định from quy định by the case of one letter', () => {
    expect(findDocumentTypeOfNotation('QĐ-UBND')?.nameVi).toBe('Quyết định');
    expect(findDocumentTypeOfNotation('QyĐ-UBND')?.nameVi).toBe('Quy định');
    expect(findDocumentTypeOfNotation('2020/QĐ-UBND')?.nameVi).toBe('Quyết định');
    expect(findDocumentTypeOfNotation('qđ-UBND')).toBeNull();
    expect(findDocumentTypeOfNotation('SNV-VP')).toBeNull();
    expect(findDocumentTypeOfNotation('TB')).toBeNull();
  });
});
