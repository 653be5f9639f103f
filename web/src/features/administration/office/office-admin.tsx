import type { Organisation } from '@congso/contract/organisation';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Page } from '../../../components/layout/page.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useTypedOver } from '../../../office/use-typed-over.ts';
import { organisationOptions } from './organisation-queries.ts';

const LABELS = {
  name: 'organisation.name',
  shortName: 'organisation.shortName',
  mailDomain: 'organisation.mailDomain',
  registryMailbox: 'organisation.registryMailbox',
} as const;
const FIELDS = ['name', 'shortName', 'mailDomain', 'registryMailbox'] as const;

/** The name of the office and where its mail comes in. */
export function OfficeAdmin() {
  const say = useSay();
  const asked = useQuery(organisationOptions);
  return (
    <Page title={say('administration.section.office')} backTo="/administration">
      <Loaded query={asked} skeleton={<DetailSkeleton />}>
        {(data) => <OfficeForm office={data} />}
      </Loaded>
    </Page>
  );
}

function OfficeForm({ office }: { office: Organisation }) {
  const say = useSay();
  const queries = useQueryClient();
  const [draft, type, discard, typed] = useTypedOver(office);
  const update = useCommand('organisation.update', {
    changes: ['organisation', 'person'],
    onDone: (saved) => {
      queries.setQueryData(organisationOptions.queryKey, saved);
      discard();
      showDone(say('frame.state.savedOf', { what: saved.name }));
    },
  });
  const errorOf = useFieldError(update.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(typed);
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="32rem">
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            label={say(LABELS[name])}
            {...(name === 'registryMailbox' && {
              description: say('organisation.receivesAt', { address: `${draft.registryMailbox}@${draft.mailDomain}` }),
            })}
            value={draft[name]}
            onChange={(event) => type({ [name]: event.currentTarget.value })}
            error={errorOf(name)}
            required
            withAsterisk={false}
          />
        ))}
        <Refused error={update.error} />
        <Group>
          <Button type="submit" loading={update.isPending}>
            {say('frame.action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
