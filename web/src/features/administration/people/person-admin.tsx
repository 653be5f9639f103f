import type { Person } from '@congso/contract/people';
import { fullName } from '@congso/language/names';
import { formatPhone } from '@congso/language/phones';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Page, Section } from '../../../components/layout/page.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { useSay } from '../../../lib/language.ts';
import { keyOf } from '../../../lib/query-keys.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useTypedOver } from '../../../office/use-typed-over.ts';
import { AccountSection } from './account-section.tsx';
import { AppointmentsSection } from './appointments-section.tsx';
import { type PersonDraft, PersonFields } from './person-fields.tsx';

const route = getRouteApi('/office/administration/people/$personId');

const personOptions = (personId: string) =>
  askOptions(keyOf('person', personId, 'administered'), 'people.get', { personId });

/** One person as the administrator keeps it: name, appointments, account. */
export function PersonAdmin() {
  const { personId } = route.useParams();
  const person = useQuery(personOptions(personId));
  return (
    <Loaded query={person} skeleton={<DetailSkeleton />}>
      {(data) => (
        <Page title={fullName(data)} detail={data.login} backTo="/administration/people">
          <DataSection key={data.id} person={data} />
          <AppointmentsSection person={data} />
          <AccountSection person={data} />
        </Page>
      )}
    </Loaded>
  );
}

function draftOf({ familyMiddle, given, login, phone, mail }: Person): PersonDraft {
  return { familyMiddle, given, login, phone: phone === null ? '' : formatPhone(phone), mail: mail ?? '' };
}

function DataSection({ person }: { person: Person }) {
  const say = useSay();
  const queries = useQueryClient();
  const [draft, type, discard, typed] = useTypedOver(draftOf(person));
  const update = useCommand('people.update', {
    changes: ['person'],
    onDone: (saved) => {
      queries.setQueryData(personOptions(person.id).queryKey, saved);
      discard();
      showDone(say('frame.state.savedOf', { what: fullName(saved) }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { familyMiddle, given, phone, mail } = typed;
    const orNone = (line: string | undefined) => (line === '' ? null : line);
    update.mutate({ personId: person.id, familyMiddle, given, phone: orNone(phone), mail: orNone(mail) });
  };
  return (
    <Section title={say('people.person')}>
      <form onSubmit={submit}>
        <Stack>
          <PersonFields value={draft} onChange={type} error={update.error} />
          <Refused error={update.error} />
          <Group>
            <Button type="submit" loading={update.isPending}>
              {say('frame.action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
