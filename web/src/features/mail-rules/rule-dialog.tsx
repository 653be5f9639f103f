import type { Urgency } from '@congso/contract/documents';
import type { MailRule } from '@congso/contract/mail';
import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../components/buttons/what-is-missing.ts';
import { URGENCIES } from '../../components/documents/document-fields.tsx';
import { UnitPicker } from '../../components/people/unit-picker.tsx';
import { Dialog } from '../../components/states/dialog.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { useSay } from '../../lib/language.ts';
import { changedFields } from '../../lib/requests/changed-fields.ts';
import { useCommand } from '../../lib/use-command.ts';

type Props = { rule: MailRule | null; nextOrder: number; onClose: () => void };

/** Writes a new rule or changes one. */
export function RuleDialog({ rule, nextOrder, onClose }: Props) {
  const say = useSay();
  const [opened] = useState(rule);
  const [name, setName] = useState(rule?.name ?? '');
  const [senderDomain, setSenderDomain] = useState(rule?.senderDomain ?? '');
  const [subjectWords, setSubjectWords] = useState(rule?.subjectWords ?? '');
  const [unitId, setUnitId] = useState(rule?.unitId ?? null);
  const [urgency, setUrgency] = useState<Urgency | null>(rule?.urgency ?? null);
  const [order, setOrder] = useState(rule?.order ?? nextOrder);
  const create = useCommand('mailRules.create', { changes: ['mail'], onDone: onClose });
  const update = useCommand('mailRules.update', { changes: ['mail'], onDone: onClose });
  const errorOf = useFieldError(create.error ?? update.error);
  const hasCondition = senderDomain.trim() !== '' || subjectWords.trim() !== '';
  const whyNot = whatIsMissing(say, {
    [say('mail.rule.name')]: name.trim() === '',
    [`${say('mail.rule.senderDomain')} / ${say('mail.rule.subjectWords')}`]: !hasCondition,
    [`${say('mail.rule.unit')} / ${say('mail.rule.urgency')}`]: unitId === null && urgency === null,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null) return;
    const fields = {
      name,
      // An address or a leading @ is a domain in other clothes.
      senderDomain: senderDomain.trim().replace(/^.*@/, '') || null,
      subjectWords: subjectWords.trim() || null,
      unitId,
      urgency,
      order,
    };
    if (opened === null) create.mutate(fields);
    else update.mutate({ ruleId: opened.id, ...changedFields(fieldsOf(opened), fields) });
  };
  return (
    <Dialog onClose={onClose} title={say(rule === null ? 'mail.rule.add' : 'mail.rule.edit')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={say('mail.rule.name')}
            error={errorOf('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={120}
            required
            withAsterisk={false}
            data-autofocus
          />
          <TextInput
            label={say('mail.rule.senderDomain')}
            description={say('mail.rule.senderDomainHint')}
            error={errorOf('senderDomain')}
            value={senderDomain}
            onChange={(event) => setSenderDomain(event.currentTarget.value)}
            maxLength={253}
          />
          <TextInput
            label={say('mail.rule.subjectWords')}
            description={say('mail.rule.subjectWordsHint')}
            value={subjectWords}
            onChange={(event) => setSubjectWords(event.currentTarget.value)}
            maxLength={200}
            error={name !== '' && !hasCondition ? say('mail.rule.needsCondition') : errorOf('subjectWords')}
          />
          <UnitPicker label={say('mail.rule.unit')} value={unitId} onChange={setUnitId} error={errorOf('unitId')} />
          <Select
            label={say('mail.rule.urgency')}
            placeholder={say('mail.rule.anyUrgency')}
            clearable
            clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
            error={errorOf('urgency')}
            value={urgency}
            onChange={(chosen) => setUrgency(URGENCIES.find((one) => one === chosen) ?? null)}
            data={URGENCIES.map((value) => ({ value, label: say(`documents.urgency.${value}`) }))}
          />
          <NumberInput
            label={say('mail.rule.order')}
            error={errorOf('order')}
            value={order}
            onChange={(typed) => typeof typed === 'number' && setOrder(typed)}
            min={0}
            max={9_999}
            allowDecimal={false}
          />
          <Refused error={create.error ?? update.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('frame.action.cancel')}
            </Button>
            <GuardedButton type="submit" loading={create.isPending || update.isPending} whyNot={whyNot}>
              {say('frame.action.save')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

const fieldsOf = ({ name, senderDomain, subjectWords, unitId, urgency, order }: MailRule) => ({
  name,
  senderDomain,
  subjectWords,
  unitId,
  urgency,
  order,
});
