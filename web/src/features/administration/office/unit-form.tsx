import { LIMITS } from '@congso/contract/limits';
import type { Unit } from '@congso/contract/organisation';
import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { UnitPicker } from '../../../components/people/unit-picker.tsx';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { changedFields } from '../../../lib/requests/changed-fields.ts';
import { useCommand } from '../../../lib/use-command.ts';

const FIRST_PLACE: Pick<Unit, 'name' | 'code' | 'parentId' | 'mailbox' | 'order'> = {
  name: '',
  code: '',
  parentId: null,
  mailbox: null,
  order: 0,
};

const fieldsOf = ({ name, code, parentId, order, mailbox }: typeof FIRST_PLACE) => ({
  name,
  code,
  parentId,
  order,
  mailbox,
});

/** Founds a unit (null), or renames and moves one. */
export function UnitForm({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const say = useSay();
  const [opened] = useState(unit ?? FIRST_PLACE);
  const [draft, setDraft] = useState(opened);
  const create = useCommand('units.create', { changes: ['unit'], onDone: onClose });
  const update = useCommand('units.update', { changes: ['unit'], onDone: onClose });
  const errorOf = useFieldError(create.error ?? update.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = fieldsOf({ ...draft, mailbox: draft.mailbox?.trim() || null });
    if (unit) update.mutate({ unitId: unit.id, ...changedFields(fieldsOf(opened), fields) });
    else create.mutate(fields);
  };
  return (
    <Dialog onClose={onClose} title={unit?.name ?? say('organisation.action.addUnit')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={say('organisation.name')}
            error={errorOf('name')}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            maxLength={LIMITS.unitName}
            required
            withAsterisk={false}
            data-autofocus
          />
          <TextInput
            label={say('organisation.code')}
            error={errorOf('code')}
            value={draft.code}
            onChange={(event) => setDraft({ ...draft, code: event.currentTarget.value })}
            maxLength={20}
            required
            withAsterisk={false}
          />
          <UnitPicker
            label={say('organisation.parent')}
            error={errorOf('parentId')}
            value={draft.parentId}
            onChange={(parentId) => setDraft({ ...draft, parentId })}
            without={unit ? [unit.id] : []}
          />
          <TextInput
            label={say('organisation.mailbox')}
            description={say('organisation.mailboxHint')}
            error={errorOf('mailbox')}
            value={draft.mailbox ?? ''}
            onChange={(event) => setDraft({ ...draft, mailbox: event.currentTarget.value })}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
          />
          <NumberInput
            label={say('organisation.order')}
            error={errorOf('order')}
            value={draft.order}
            onChange={(order) => setDraft({ ...draft, order: Number(order) })}
            min={0}
            max={9_999}
            allowDecimal={false}
          />
          <Refused error={create.error ?? update.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('frame.action.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {say('frame.action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
