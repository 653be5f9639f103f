import type { DocumentFields } from '@congso/contract/documents';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { type DocumentDoc, documents, INCOMING_REGISTER } from '../document-model.ts';

type Origin = Pick<DocumentDoc, 'arrivalDate' | 'mailId' | 'fileIds'>;

/** The document before it has a number. It is shown to nobody; a repeat is answered with the one that is there. */
export function draftDocument(
  office: Office,
  caller: Caller,
  id: string,
  fields: DocumentFields,
  origin: Origin,
): Promise<DocumentDoc> {
  return createAggregate(
    office,
    documents,
    caller,
    {
      ...fields,
      ...origin,
      _id: id,
      state: 'draft',
      register: INCOMING_REGISTER,
      year: null,
      arrivalNumber: null,
      registeredAt: null,
      searchKey: '',
      letterKey: null,
      slip: null,
      dueDate: null,
      dueAt: null,
      completedAt: null,
      voidReason: null,
    },
    { action: 'drafted', to: 'draft' },
  );
}
