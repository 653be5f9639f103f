/**
 * The keys of the document types of Decree 30/2020, article 7, in its order. Their names are in packages/language.
 * A file of its own without zod: the browser's forms list them.
 */
export const DOCUMENT_TYPE_KEYS = [
  'resolution',
  'decision',
  'directive',
  'regulation',
  'rule',
  'communique',
  'announcement',
  'guidance',
  'programme',
  'plan',
  'option',
  'scheme',
  'project',
  'report',
  'minutes',
  'proposal',
  'contract',
  'official-telegram',
  'memorandum',
  'agreement',
  'power-of-attorney',
  'invitation',
  'letter-of-introduction',
  'leave-permit',
  'sending-slip',
  'transfer-slip',
  'notification-slip',
  'official-dispatch',
  'official-letter',
] as const;
export type DocumentTypeKey = (typeof DOCUMENT_TYPE_KEYS)[number];

/**
 * Their abbreviations in a notation (annex III), case-sensitive: QĐ is quyết định, QyĐ is quy định. Công văn and thư công
 * have none: their notation names the agency and the drafting unit instead.
 */
export const DOCUMENT_TYPE_ABBREVIATIONS: Readonly<Partial<Record<DocumentTypeKey, string>>> = {
  resolution: 'NQ',
  decision: 'QĐ',
  directive: 'CT',
  regulation: 'QC',
  rule: 'QyĐ',
  communique: 'TC',
  announcement: 'TB',
  guidance: 'HD',
  programme: 'CTr',
  plan: 'KH',
  option: 'PA',
  scheme: 'ĐA',
  project: 'DA',
  report: 'BC',
  minutes: 'BB',
  proposal: 'TTr',
  contract: 'HĐ',
  'official-telegram': 'CĐ',
  memorandum: 'BGN',
  agreement: 'BTT',
  'power-of-attorney': 'GUQ',
  invitation: 'GM',
  'letter-of-introduction': 'GGT',
  'leave-permit': 'GNP',
  'sending-slip': 'PG',
  'transfer-slip': 'PC',
  'notification-slip': 'PB',
};
