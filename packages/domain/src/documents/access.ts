import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listUnitsLedBy } from '../organisation/list-units-led.ts';
import { loadUnitTree } from '../organisation/unit-tree.ts';
import { listIdsByRole } from '../people/find-people.ts';
import { hasRole } from '../people/require-role.ts';
import { type DocumentDoc, documents } from './document-model.ts';
import type { StepValue } from './slip/slip-step.ts';

declare const proof: unique symbol;
/** Proof that the caller may read this document; only this file makes one. */
export type DocumentAccess = { readonly document: DocumentDoc; readonly [proof]: true };

/**
 * Which documents the caller may read, as a condition for a query: clerks and leaders all of them; heads and deputies
 * those handed to their unit or one below it; everyone those they have a step of. What was reassigned counts no more.
 * Drafts have no readers. Administrators read nothing by being administrators.
 */
export async function readableBy(office: Office, caller: Caller): Promise<object> {
  const registered = { state: { $ne: 'draft' } };
  if (hasRole(caller, 'clerk', 'leader')) return registered;
  const led = await listUnitsLedBy(office, caller);
  const kept = { status: { $ne: 'reassigned' } };
  return {
    ...registered,
    $or: [
      { 'slip.steps': { $elemMatch: { ...kept, unitId: { $in: led } } } },
      // A unit's step names its head of that day, who has no right left after a transfer: only own work counts.
      { 'slip.steps': { $elemMatch: { ...kept, kind: 'process', assigneeId: caller.personId } } },
    ],
  };
}

/** Null for who may not read it and when there is none alike: its existence is not told. */
export async function findDocumentAccess(
  office: Office,
  caller: Caller,
  documentId: string,
): Promise<DocumentAccess | null> {
  const readable = await readableBy(office, caller);
  const document = await documents
    .of(office)
    .findOne({ ...readable, _id: documentId })
    .lean<DocumentDoc>();
  return document && ({ document } as DocumentAccess);
}

/** @throws Refusal NOT_FOUND */
export async function getDocumentAccess(office: Office, caller: Caller, documentId: string): Promise<DocumentAccess> {
  const access = await findDocumentAccess(office, caller, documentId);
  if (!access) throw new Refusal('NOT_FOUND', { field: 'documentId' });
  return access;
}

/** Whether the caller may read the document, and with it its files. */
export async function canReadDocument(office: Office, caller: Caller, documentId: string): Promise<boolean> {
  return (await findDocumentAccess(office, caller, documentId)) !== null;
}

/** Whether the caller may read a document that came by this mail, and with it the mail's attachments and original. */
export async function canReadMailThroughDocument(office: Office, caller: Caller, mailId: string): Promise<boolean> {
  const readable = await readableBy(office, caller);
  return (await documents.of(office).exists({ ...readable, mailId })) !== null;
}

/** Who may read a document with these steps: whose browsers must hear of its changes. */
export async function listReaderIds(office: Office, steps: readonly StepValue[]): Promise<string[]> {
  const kept = steps.filter((step) => step.status !== 'reassigned');
  const tree = await loadUnitTree(office);
  const above = tree.all
    .map((unit) => unit._id)
    .filter((unitId) => kept.some((step) => step.unitId && tree.withAllBelow(unitId).includes(step.unitId)));
  return [
    ...new Set([
      ...(await listIdsByRole(office, ['clerk', 'leader'], above)),
      ...kept.filter((step) => step.kind === 'process').map((step) => step.assigneeId),
    ]),
  ];
}
