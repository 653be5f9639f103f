import type { MailRule } from '@congso/contract/mail';
import { createMailRule } from '@congso/domain/mail-rules/change-mail-rules';
import { as, type Demo, once } from '../filling/demo.ts';
import type { UnitKey } from '../people/department.ts';
import { ISSUERS } from './issuers.ts';

type Rule = Pick<MailRule, 'name' | 'senderDomain' | 'subjectWords' | 'urgency'> & { readonly unit: UnitKey | null };

const RULES: readonly Rule[] = [
  {
    name: 'Văn bản của Sở Tài chính',
    senderDomain: ISSUERS.stc.domain,
    subjectWords: null,
    urgency: null,
    unit: 'khtc',
  },
  {
    name: 'Văn bản của Thanh tra tỉnh',
    senderDomain: ISSUERS.ttinh.domain,
    subjectWords: null,
    urgency: null,
    unit: 'ttr',
  },
  { name: 'Phòng thủ dân sự', senderDomain: ISSUERS.pctt.domain, subjectWords: null, urgency: 'urgent', unit: 'tl' },
  { name: 'Công điện', senderDomain: null, subjectWords: 'công điện', urgency: 'express', unit: null },
  { name: 'Đất đai', senderDomain: null, subjectWords: 'sử dụng đất', urgency: null, unit: 'dd' },
];

/** The registry's rules: what they propose stands ready when a letter is read. */
export async function setMailRules(demo: Demo): Promise<void> {
  for (const [order, { unit, ...rule }] of RULES.entries()) {
    const unitId = unit && demo.unitIds[unit];
    await createMailRule(demo.office, as(demo, 'vanthu'), { requestId: once('rule', order), ...rule, unitId, order });
  }
}
