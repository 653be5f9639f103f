import type { MailRule } from '@congso/contract/mail';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';

/** A rule that proposes a unit and an urgency. Removed ones stay, so that the history of a proposal can be told. */
export type MailRuleDoc = Aggregate & Omit<MailRule, 'id'> & { isRemoved: boolean };

const defined = defineAggregate<MailRuleDoc>('mailRule', 'mailRules', {
  name: String,
  senderDomain: { type: String, default: null },
  subjectWords: { type: String, default: null },
  unitId: { type: String, default: null },
  urgency: { type: String, default: null },
  order: Number,
  isRemoved: { type: Boolean, default: false },
});

/** Inputs call its id `ruleId`. */
export const mailRules = { ...defined, idField: 'ruleId' };
