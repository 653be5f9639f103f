import type { CommandInput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { MailRule } from '@congso/contract/mail';
import { fold } from '@congso/language/fold';
import type { Caller } from '../office/caller.ts';
import { derivedId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { overlay } from '../office/overlay.ts';
import { Refusal } from '../office/refusal.ts';
import { loadUnitTree } from '../organisation/unit-tree.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import { requireFewKept } from '../outbox/require-few.ts';
import { requireRole } from '../people/require-role.ts';
import { presentMailRule } from './list-mail-rules.ts';
import { type MailRuleDoc, mailRules } from './mail-rule-model.ts';

type Fields = Omit<CommandInput<'mailRules.create'>, 'requestId'>;

/** @throws Refusal FORBIDDEN, BAD_INPUT when it has no condition or proposes nothing, NOT_FOUND for a closed unit, TOO_MANY_KEPT */
export async function createMailRule(
  office: Office,
  caller: Caller,
  { requestId, ...input }: CommandInput<'mailRules.create'>,
): Promise<MailRule> {
  requireRole(caller, 'clerk', 'admin');
  const _id = derivedId('mailRule', caller.personId, requestId);
  // A repeat is answered with the original, also when its unit was closed meanwhile.
  const original = await mailRules.of(office).findOne({ _id }).lean<MailRuleDoc>();
  if (original) return presentMailRule(original);
  await requireFewKept(office, mailRules, LIMITS.mailRules, { isRemoved: false });
  const fields = await checkFields(office, input);
  const rule = await createAggregate(
    office,
    mailRules,
    caller,
    { _id, ...fields, isRemoved: false },
    { action: 'created', details: { ...fields } },
  );
  return presentMailRule(rule);
}

/** @throws Refusal FORBIDDEN, NOT_FOUND, BAD_INPUT */
export async function updateMailRule(
  office: Office,
  caller: Caller,
  { requestId, ruleId, ...given }: CommandInput<'mailRules.update'>,
): Promise<MailRule> {
  requireRole(caller, 'clerk', 'admin');
  const rule = await changeAggregate(office, mailRules, ruleId, caller, requestId, async (current) => {
    requirePresent(current);
    const { name, senderDomain, subjectWords, unitId, urgency, order } = current;
    const fields = await checkFields(
      office,
      overlay({ name, senderDomain, subjectWords, unitId, urgency, order }, given),
    );
    return { set: fields, story: { action: 'changed', details: { ...fields } } };
  });
  return presentMailRule(rule);
}

/** What it has proposed so far stays proposed. @throws Refusal FORBIDDEN, NOT_FOUND */
export async function removeMailRule(
  office: Office,
  caller: Caller,
  { requestId, ruleId }: CommandInput<'mailRules.remove'>,
): Promise<Record<string, never>> {
  requireRole(caller, 'clerk', 'admin');
  await changeAggregate(office, mailRules, ruleId, caller, requestId, (current) => {
    requirePresent(current);
    return { set: { isRemoved: true }, story: { action: 'removed' } };
  });
  return {};
}

function requirePresent(rule: MailRuleDoc): void {
  if (rule.isRemoved) throw new Refusal('NOT_FOUND', { field: mailRules.idField });
}

async function checkFields(office: Office, input: Fields): Promise<Fields> {
  const senderDomain = input.senderDomain?.trim().replace(/^@/, '') || null;
  const subjectWords = input.subjectWords && fold(input.subjectWords).trim() ? input.subjectWords.trim() : null;
  if (senderDomain === null && subjectWords === null) throw new Refusal('BAD_INPUT', { field: 'senderDomain' });
  if (input.unitId === null && input.urgency === null) throw new Refusal('BAD_INPUT', { field: 'unitId' });
  if (input.unitId !== null) {
    const unit = (await loadUnitTree(office)).find(input.unitId);
    if (!unit || unit.isClosed) throw new Refusal('NOT_FOUND', { field: 'unitId' });
  }
  return { ...input, senderDomain, subjectWords };
}
