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
