import { DOCUMENT_TYPE_ABBREVIATIONS, type DocumentTypeKey } from '@congso/contract/document-types';
import { findTypeOfNotation } from '@congso/language/document-code';

/** One type of document an office may issue. `abbreviation` is case-sensitive: QĐ is quyết định, QyĐ is quy định. */
export interface DocumentType {
  key: DocumentTypeKey;
  nameVi: string;
  abbreviation: string | null;
}

const NAMES: readonly (readonly [DocumentTypeKey, string])[] = [
  ['resolution', 'Nghị quyết'],
  ['decision', 'Quyết định'],
  ['directive', 'Chỉ thị'],
  ['regulation', 'Quy chế'],
  ['rule', 'Quy định'],
  ['communique', 'Thông cáo'],
  ['announcement', 'Thông báo'],
  ['guidance', 'Hướng dẫn'],
  ['programme', 'Chương trình'],
  ['plan', 'Kế hoạch'],
  ['option', 'Phương án'],
  ['scheme', 'Đề án'],
  ['project', 'Dự án'],
  ['report', 'Báo cáo'],
  ['minutes', 'Biên bản'],
  ['proposal', 'Tờ trình'],
  ['contract', 'Hợp đồng'],
  ['official-telegram', 'Công điện'],
  ['memorandum', 'Bản ghi nhớ'],
  ['agreement', 'Bản thỏa thuận'],
  ['power-of-attorney', 'Giấy ủy quyền'],
  ['invitation', 'Giấy mời'],
  ['letter-of-introduction', 'Giấy giới thiệu'],
  ['leave-permit', 'Giấy nghỉ phép'],
  ['sending-slip', 'Phiếu gửi'],
  ['transfer-slip', 'Phiếu chuyển'],
  ['notification-slip', 'Phiếu báo'],
  ['official-dispatch', 'Công văn'],
  ['official-letter', 'Thư công'],
];

/**
 * The 29 types of administrative documents and 27 abbreviations (Decree 30/2020, article 7 and annex III).
 * Công văn and thư công have no abbreviation: their notation names the agency and the drafting unit instead.
 */
export const DOCUMENT_TYPES: readonly DocumentType[] = NAMES.map(([key, nameVi]) => ({
  key,
  nameVi,
  abbreviation: DOCUMENT_TYPE_ABBREVIATIONS[key] ?? null,
}));

/** The type whose abbreviation opens a notation such as `QĐ-UBND`, or null. */
export function findDocumentTypeOfNotation(notation: string): DocumentType | null {
  const found = findTypeOfNotation(notation);
  return DOCUMENT_TYPES.find(({ key }) => key === found) ?? null;
}
