import { fullName, initialsOfAgency } from '@congso/language/names';
import { createTranslator, type Translate } from '@congso/language/translate';
import type { Actor } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { addPerson } from '../../people/accounts/add-person.ts';
import { makeAppointment } from '../../people/appointments/make-appointment.ts';
import { fillHolidays } from '../../working-time/fill-holidays.ts';
import { organisations } from '../organisation-model.ts';
import { positions } from '../position-model.ts';
import { THE_OFFICE_ID } from '../the-office-id.ts';
import { units } from '../unit-model.ts';
import { type FoundingClaim, type FoundingDoc, foundings } from './founding-model.ts';

const ROOT_ID = derivedId('unit', 'root');
const FOUNDER_ID = derivedId('person', 'founder');
/** By rank, the highest first. */
const POSITIONS = ['director', 'deputyDirector', 'head', 'deputyHead', 'officer', 'clerk'] as const;

/**
 * Makes everything a spent token asked for, if that is still to do: holidays, positions, the root unit, the first
 * administrator, and the office itself last, so that an office that exists is whole. Every id is fixed, so whoever
 * finishes it a second time, or at the same time, makes nothing twice.
 */
export async function finishFounding(office: Office): Promise<void> {
  const founding = await foundings.of(office).findOne({ _id: THE_OFFICE_ID }).lean<FoundingDoc>();
  if (!founding?.claim) return;
  const { claim } = founding;
  const say = await createTranslator('vi');
  const founder = { personId: FOUNDER_ID };
  await fillHolidays(office, founder);
  await createPositions(office, founder, say);
  await createRootUnit(office, founder, claim);
  await createFounder(office, founder, claim);
  await createOrganisation(office, founder, claim);
  await foundings.of(office).updateOne({ _id: THE_OFFICE_ID }, { $set: { claim: null } });
}

async function createPositions(office: Office, founder: Actor, say: Translate): Promise<void> {
  for (const [index, position] of POSITIONS.entries()) {
    const fields = {
      _id: derivedId('position', position),
      title: say(`organisation.firstPosition.${position}`),
      rank: (index + 1) * 10,
    };
    await createAggregate(office, positions, founder, fields, { action: 'created' });
  }
}

async function createRootUnit(office: Office, founder: Actor, { officeName }: FoundingClaim): Promise<void> {
  const fields = {
    _id: ROOT_ID,
    parentId: null,
    name: officeName,
    code: initialsOf(officeName),
    mailbox: null,
    order: 0,
    isClosed: false,
  };
  const facts = [{ name: 'unit.created' as const, payload: { unitId: ROOT_ID } }];
  await createAggregate(office, units, founder, fields, { action: 'created', facts });
}

async function createFounder(office: Office, founder: Actor, claim: FoundingClaim): Promise<void> {
  const { familyMiddle, given, login, passwordHash } = claim;
  const appointment = await makeAppointment(office, derivedId('appointment', FOUNDER_ID), {
    unitId: ROOT_ID,
    positionId: derivedId('position', 'officer'),
    roles: ['admin'],
    isPrimary: true,
  });
  await addPerson(office, founder, {
    _id: FOUNDER_ID,
    familyMiddle,
    given,
    login,
    passwordHash,
    mustChangePassword: false,
    phone: null,
    mail: null,
    appointment,
  });
}

async function createOrganisation(office: Office, founder: Actor, claim: FoundingClaim): Promise<void> {
  const fields = {
    _id: THE_OFFICE_ID,
    name: claim.officeName,
    shortName: initialsOf(claim.officeName),
    mailDomain: claim.mailDomain,
    registryMailbox: 'vanthu',
  };
  await createAggregate(office, organisations, founder, fields, {
    action: 'founded',
    details: { by: fullName(claim) },
    facts: [{ name: 'organisation.founded', payload: {} }],
  });
}

/** A first abbreviation, which the administrator corrects. */
const initialsOf = (name: string): string => (initialsOfAgency(name) || name).slice(0, 20);
