import type { documentsCommands } from '@congso/contract/documents';
import { countDueByUnit } from '@congso/domain/documents/desk/count-due-by-unit';
import { getDocument, listDocumentHistory } from '@congso/domain/documents/open-document';
import { listDocuments } from '@congso/domain/documents/register/list-documents';
import { listIssuers } from '@congso/domain/documents/register/list-issuers';
import { registerDocument } from '@congso/domain/documents/register/register-document';
import { registerPaper } from '@congso/domain/documents/register/register-paper';
import { voidDocument } from '@congso/domain/documents/register/void-document';
import { actOnDocument } from '@congso/domain/documents/slip/act-on-document';
import type { Handlers } from '../answering/handler.ts';

/** Incoming documents: the register, the slip, the history. */
export const documentsHandlers = {
  'documents.register': registerDocument,
  'documents.registerPaper': registerPaper,
  'documents.void': voidDocument,
  'documents.act': actOnDocument,
  'documents.list': listDocuments,
  'documents.dueByUnit': countDueByUnit,
  'documents.listIssuers': listIssuers,
  'documents.get': getDocument,
  'documents.history': listDocumentHistory,
} satisfies Handlers<keyof typeof documentsCommands>;
