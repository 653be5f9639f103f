import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { MailRule } from '@congso/contract/mail';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { requireRole } from '../people/require-role.ts';
import { type MailRuleDoc, mailRules } from './mail-rule-model.ts';

/** The rules in the order in which they are tried. */
export async function loadMailRules(office: Office): Promise<MailRuleDoc[]> {
  return mailRules.of(office).find({ isRemoved: false }).sort({ order: 1, _id: 1 }).lean<MailRuleDoc[]>();
}

/** @throws Refusal FORBIDDEN for who is neither clerk nor administrator */
export async function listMailRules(
  office: Office,
  caller: Caller,
  _input: CommandInput<'mailRules.list'>,
): Promise<CommandOutput<'mailRules.list'>> {
  requireRole(caller, 'clerk', 'admin');
  return { rules: (await loadMailRules(office)).map(presentMailRule) };
}

export function presentMailRule({
  _id,
  name,
  senderDomain,
  subjectWords,
  unitId,
  urgency,
  order,
}: MailRuleDoc): MailRule {
  return { id: _id, name, senderDomain, subjectWords, unitId, urgency, order };
}
