import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { DocumentFields, OpenedDocument } from '@congso/contract/documents';
import { registerPaper } from '@congso/domain/documents/register/register-paper';
import { actOnDocument } from '@congso/domain/documents/slip/act-on-document';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { nothingRead } from '@congso/domain/mail/nothing-read';
import { newId } from '@congso/domain/office/ids';
import type { Office } from '@congso/domain/office/office';
import { createAggregate } from '@congso/domain/outbox/create-aggregate';
import { callerOf, type PersonName } from '../people/build-office.ts';

/** What a clerk confirms of a plausible letter. */
export const LETTER: DocumentFields = {
  issuer: 'Ủy ban nhân dân tỉnh Lạng Sơn',
  codeNumber: '123',
  codeNotation: 'UBND-VX',
  issuedDate: '2026-03-09',
  documentType: 'official-dispatch',
  subject: 'V/v báo cáo tình hình đào tạo, bồi dưỡng cán bộ năm 2026',
  urgency: 'normal',
  note: '',
  dueInLetter: null,
};

/** A mail that has been read and waits for a clerk, put straight into the store. */
export async function putMail(office: Office, id: string, state: MailDoc['state'] = 'proposed'): Promise<void> {
  const receivedAt = office.clock.now();
  await createAggregate(
    office,
    mails,
    { personId: null },
    {
      ...nothingRead('vanthu@langson.example.vn'),
      _id: id,
      state,
      subject: LETTER.subject,
      duty: null,
      nextAt: null,
      attempts: 0,
      faults: 0,
      line: null,
      receivedAt,
      recipient: 'vanthu@snv.example.vn',
      unitId: null,
      envelope: { ip: '127.0.0.1', helo: 'mx', from: 'vanthu@langson.example.vn' },
      receivedField: '',
      rawSha256: 'a'.repeat(64),
      sizeBytes: 1_000,
      messageId: `<${id}@langson.example.vn>`,
      documentKey: id,
      authentication: null,
      documentId: null,
      confirmedIssuer: null,
      reason: null,
      stateBefore: null,
      chosenEncoding: null,
      isCleared: false,
    },
    { action: 'received' },
  );
}

/** A registered letter, still on the clerk's desk. */
export async function putLetter(office: Office, fields: Partial<DocumentFields> = {}): Promise<OpenedDocument> {
  const clerk = await callerOf(office, 'clerk');
  return registerPaper(office, clerk, { requestId: newId(), fields: { ...LETTER, ...fields }, fileIds: [] });
}

/** What a person does with a document; what is not given is left empty. */
export async function act(
  office: Office,
  person: PersonName,
  documentId: string,
  action: string,
  more: Partial<CommandInput<'documents.act'>> = {},
): Promise<CommandOutput<'documents.act'>> {
  return actOnDocument(office, await callerOf(office, person), {
    requestId: newId(),
    documentId,
    action,
    stepId: null,
    personId: null,
    coordinatorIds: [],
    leadUnitId: null,
    coordinatingUnitIds: [],
    instruction: '',
    reason: '',
    due: null,
    ...more,
  });
}
