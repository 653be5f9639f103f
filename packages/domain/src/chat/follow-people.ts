import type { FactPayload } from '@congso/contract/facts';
import { startReadingAt } from '../messages/reading/start-reading.ts';
import { theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { loadUnitTree } from '../organisation/unit-tree.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import type { Cause } from '../outbox/reactions.ts';
import { getPersonDoc } from '../people/find-people.ts';
import { findConversation } from './access.ts';
import { conversations, unitConversationId } from './conversation-model.ts';
import { findNextManager } from './groups/remove-member.ts';
import { ensureSubjectConversation, toldTo } from './set-conversation-members.ts';
import { tellMembersChanged } from './tell-members-changed.ts';

/** Every unit has a conversation, under the name the unit has now. Follows `unit.created` and `unit.changed`. */
export async function followUnit(office: Office, { unitId }: FactPayload<'unit.created'>): Promise<void> {
  const subject = { id: unitConversationId(unitId), kind: 'unit', subjectId: unitId } as const;
  await ensureSubjectConversation(office, subject, async () => {
    const unit = (await loadUnitTree(office)).find(unitId);
    return unit && { name: unit.name, memberIds: [] };
  });
}

/**
 * Appointments changed: the conversations of these units follow. Who may read has changed already, with the person. Who
 * comes in has nothing unread of what was said before.
 */
export async function followAppointment(
  office: Office,
  { personId, unitIds, enteredIds }: FactPayload<'person.appointed'>,
  cause: Cause,
): Promise<void> {
  for (const unitId of enteredIds) await startReadingAt(office, unitConversationId(unitId), personId, cause.at);
  for (const unitId of unitIds) await noteUnitMembersChanged(office, unitId, personId, cause);
}

/** Somebody left the office: the conversations of his units follow, and the groups he managed get another manager. */
export async function followDeactivation(
  office: Office,
  { personId }: FactPayload<'person.deactivated'>,
  cause: Cause,
): Promise<void> {
  const { appointments } = await getPersonDoc(office, personId);
  for (const unitId of new Set(appointments.map((appointment) => appointment.unitId))) {
    await noteUnitMembersChanged(office, unitId, personId, cause);
  }
  // In the words of its partial index, so that it is the one that is used.
  const isManager: object = { managerId: { $eq: personId, $type: 'string' } };
  const managed = await conversations.of(office).find(isManager, { _id: 1 }).lean<{ _id: string }[]>();
  for (const { _id } of managed) await handOver(office, _id, personId, cause);
}

async function noteUnitMembersChanged(office: Office, unitId: string, personId: string, cause: Cause): Promise<void> {
  const id = unitConversationId(unitId);
  // Units founded a moment ago: their conversation is still to come, with everybody in it.
  if (!(await findConversation(office, id))) return;
  const changed = await changeAggregate(office, conversations, id, theOffice, cause.id, (current) => ({
    set: { membersVersion: current.membersVersion + 1 },
    story: { action: 'membersChanged', details: { memberIds: [personId] }, marks: toldTo([personId]) },
  }));
  tellMembersChanged(office, changed);
}

async function handOver(office: Office, conversationId: string, personId: string, cause: Cause): Promise<void> {
  await changeAggregate(office, conversations, conversationId, theOffice, cause.id, async (current) => {
    const next = current.managerId === personId ? await findNextManager(office, current, personId) : null;
    if (next === null) return null;
    return {
      set: { managerId: next },
      story: { action: 'handedOver', from: personId, to: next, marks: toldTo([next]) },
    };
  });
}
