import type { Proposal } from '@congso/contract/mail-reading';
import { fold } from '@congso/language/fold';
import type { Office } from '../office/office.ts';
import { loadMailRules } from './list-mail-rules.ts';
import type { MailRuleDoc } from './mail-rule-model.ts';

/** What the rules say of a letter; what no rule speaks of stays null. */
export type RuledProposal = { readonly unitId: string | null; readonly urgency: Proposal['urgency'] };

/**
 * Tries the rules in order; of those that fit, the first that names a unit gives the unit, the first that names an
 * urgency the urgency. A rule with both conditions fits when both do.
 */
export async function proposeByRules(
  office: Office,
  letter: { readonly fromAddress: string; readonly subject: string },
): Promise<RuledProposal> {
  const fitting = (await loadMailRules(office)).filter((rule) => fits(rule, letter));
  const urgent = fitting.find((rule) => rule.urgency !== null);
  return {
    unitId: fitting.find((rule) => rule.unitId !== null)?.unitId ?? null,
    urgency: urgent?.urgency
      ? { value: urgent.urgency, source: urgent.subjectWords === null ? 'sender' : 'subject' }
      : null,
  };
}

function fits(rule: MailRuleDoc, { fromAddress, subject }: { fromAddress: string; subject: string }): boolean {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1).toLowerCase();
  const isFrom = rule.senderDomain === null || domain === rule.senderDomain || domain.endsWith(`.${rule.senderDomain}`);
  // Words are compared whole and without marks: "ho so" is in "Gửi hồ sơ", "so" is not in "song".
  const words = ` ${plain(subject)} `;
  const isAbout = rule.subjectWords === null || words.includes(` ${plain(rule.subjectWords)} `);
  return isFrom && isAbout;
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
