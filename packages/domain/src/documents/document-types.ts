import type { DocumentTypeKey } from '@congso/contract/document-types';

/** One type of document an office may issue. `abbreviation` is case-sensitive: QĐ is quyết định, QyĐ is quy định. */
export interface DocumentType {
  key: DocumentTypeKey;
  nameVi: string;
  abbreviation: string | null;
}

/**
 * The 29 types of administrative documents and 27 abbreviations (Decree 30/2020, article 7 and annex III).
 * Công văn and thư công have no abbreviation: their notation names the agency and the drafting unit instead.
 */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { key: 'resolution', nameVi: 'Nghị quyết', abbreviation: 'NQ' },
  { key: 'decision', nameVi: 'Quyết định', abbreviation: 'QĐ' },
  { key: 'directive', nameVi: 'Chỉ thị', abbreviation: 'CT' },
  { key: 'regulation', nameVi: 'Quy chế', abbreviation: 'QC' },
  { key: 'rule', nameVi: 'Quy định', abbreviation: 'QyĐ' },
  { key: 'communique', nameVi: 'Thông cáo', abbreviation: 'TC' },
  { key: 'announcement', nameVi: 'Thông báo', abbreviation: 'TB' },
  { key: 'guidance', nameVi: 'Hướng dẫn', abbreviation: 'HD' },
  { key: 'programme', nameVi: 'Chương trình', abbreviation: 'CTr' },
  { key: 'plan', nameVi: 'Kế hoạch', abbreviation: 'KH' },
  { key: 'option', nameVi: 'Phương án', abbreviation: 'PA' },
  { key: 'scheme', nameVi: 'Đề án', abbreviation: 'ĐA' },
  { key: 'project', nameVi: 'Dự án', abbreviation: 'DA' },
  { key: 'report', nameVi: 'Báo cáo', abbreviation: 'BC' },
  { key: 'minutes', nameVi: 'Biên bản', abbreviation: 'BB' },
  { key: 'proposal', nameVi: 'Tờ trình', abbreviation: 'TTr' },
  { key: 'contract', nameVi: 'Hợp đồng', abbreviation: 'HĐ' },
  { key: 'official-telegram', nameVi: 'Công điện', abbreviation: 'CĐ' },
  { key: 'memorandum', nameVi: 'Bản ghi nhớ', abbreviation: 'BGN' },
  { key: 'agreement', nameVi: 'Bản thỏa thuận', abbreviation: 'BTT' },
  { key: 'power-of-attorney', nameVi: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  { key: 'invitation', nameVi: 'Giấy mời', abbreviation: 'GM' },
  { key: 'letter-of-introduction', nameVi: 'Giấy giới thiệu', abbreviation: 'GGT' },
  { key: 'leave-permit', nameVi: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  { key: 'sending-slip', nameVi: 'Phiếu gửi', abbreviation: 'PG' },
  { key: 'transfer-slip', nameVi: 'Phiếu chuyển', abbreviation: 'PC' },
  { key: 'notification-slip', nameVi: 'Phiếu báo', abbreviation: 'PB' },
  { key: 'official-dispatch', nameVi: 'Công văn', abbreviation: null },
  { key: 'official-letter', nameVi: 'Thư công', abbreviation: null },
];

/** The type whose abbreviation opens a notation such as `QĐ-UBND`, or null: one group alone names no issuer. */
export function findDocumentTypeOfNotation(notation: string): DocumentType | null {
  // A legal document carries its year in the notation: "2020/QĐ-UBND".
  const [abbreviation, issuer] = notation.replace(/^\d{4}\//, '').split('-');
  if (issuer === undefined) return null;
  return DOCUMENT_TYPES.find((type) => type.abbreviation === abbreviation) ?? null;
}
