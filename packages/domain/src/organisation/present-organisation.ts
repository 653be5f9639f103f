import type { Organisation, Position, Unit } from '@congso/contract/organisation';
import type { OrganisationDoc } from './organisation-model.ts';
import type { PositionDoc } from './position-model.ts';
import type { UnitDoc } from './unit-model.ts';

export function presentOrganisation(doc: OrganisationDoc): Organisation {
  const { name, shortName, mailDomain, registryMailbox } = doc;
  return { name, shortName, mailDomain, registryMailbox };
}

export function presentUnit({ _id, parentId, name, code, mailbox, order, isClosed, version }: UnitDoc): Unit {
  return { id: _id, parentId, name, code, mailbox, order, isClosed, version };
}

export function presentPosition({ _id, title, rank }: PositionDoc): Position {
  return { id: _id, title, rank };
}
