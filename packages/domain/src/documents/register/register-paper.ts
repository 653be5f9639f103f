import type { CommandInput } from '@congso/contract/catalog';
import type { OpenedDocument } from '@congso/contract/documents';
import { LIMITS } from '@congso/contract/limits';
import { civilDateOf } from '@congso/language/dates';
import { attachFiles } from '../../files/attach-files.ts';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { requireFewToday } from '../../outbox/require-few.ts';
import { requireRole } from '../../people/require-role.ts';
import { documents } from '../document-model.ts';
import { findDocument } from '../find-document.ts';
import { openDocument } from '../open-document.ts';
import { draftDocument } from './draft-document.ts';
import { numberDocument } from './number-document.ts';

/**
 * Registers a letter that came on paper, with its scans, in the same sequence as the electronic ones.
 *
 * @throws Refusal FORBIDDEN, FILE_GONE and FILE_INCOMPLETE (on one of `fileIds`), TOO_MANY_TODAY, CLOCK_BEHIND
 */
export async function registerPaper(
  office: Office,
  caller: Caller,
  input: CommandInput<'documents.registerPaper'>,
): Promise<OpenedDocument> {
  requireRole(caller, 'clerk');
  const { fields, requestId } = input;
  const id = derivedId('document', caller.personId, requestId);
  // A repeat is answered with the original, however many came since.
  if (!(await findDocument(office, id))) {
    await requireFewToday(office, documents, caller, LIMITS.papersADay, { mailId: null });
  }
  const fileIds = await attachFiles(office, caller, input.fileIds, { kind: 'document', id });
  const arrivalDate = civilDateOf(office.clock.now());
  const draft = await draftDocument(office, caller, id, fields, { arrivalDate, mailId: null, fileIds });
  return openDocument(office, caller, await numberDocument(office, caller, draft, fields, requestId));
}
