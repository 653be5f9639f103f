import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { type OrganisationDoc, organisations } from './organisation-model.ts';
import { THE_OFFICE_ID } from './the-office-id.ts';

/** Null before the office is founded. */
export async function findOrganisation(office: Office): Promise<OrganisationDoc | null> {
  return organisations.of(office).findOne({ _id: THE_OFFICE_ID }).lean<OrganisationDoc>();
}

/** @throws Refusal NOT_FOUND before the office is founded. */
export async function getOrganisationDoc(office: Office): Promise<OrganisationDoc> {
  const doc = await findOrganisation(office);
  if (!doc) throw new Refusal('NOT_FOUND');
  return doc;
}
