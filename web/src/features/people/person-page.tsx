import type { Person } from '@congso/contract/people';
import { formatCivilDate } from '@congso/language/dates';
import { fullName } from '@congso/language/names';
import { formatPhone } from '@congso/language/phones';
import { Button, Group } from '@mantine/core';
import { IconMessageCircle, IconPhone } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { ClosedAccount } from '../../components/people/closed-account.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useMe } from '../../office/me.ts';
import { useOpenedPerson } from '../../office/people.ts';
import { useUnits } from '../../office/units.ts';
import { useOpenDirect } from '../chat/open-conversation.tsx';
import classes from './people.module.css';

const route = getRouteApi('/office/directory/$personId');

/** One colleague: where to find, how to reach. */
export function PersonPage() {
  const { personId } = route.useParams();
  const person = useOpenedPerson(personId);
  usePageTitle(person.data ? fullName(person.data) : '');
  return (
    <Loaded query={person} skeleton={<DetailSkeleton />}>
      {(opened) => <OpenedPerson person={opened} />}
    </Loaded>
  );
}

function OpenedPerson({ person }: { person: Person }) {
  const say = useSay();
  const personId = person.id;
  const myId = useMe().person.id;
  const { units } = useUnits({ withClosed: true });
  const openDirect = useOpenDirect();
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name;
  const inForce = person.appointments.filter(({ to }) => to === null);
  return (
    <>
      <PaneHeader
        level={2}
        backTo="/directory"
        leading={<PersonAvatar personId={personId} />}
        title={
          <>
            {fullName(person)} <ClosedAccount personId={personId} />
          </>
        }
        detail={[person.title, unitName(person.unitId)].filter(Boolean).join(', ')}
      />
      <div className={classes.card}>
        <Refused error={openDirect.error} />
        <Group>
          {personId !== myId && person.isActive && (
            <Button
              leftSection={<IconMessageCircle size={18} aria-hidden="true" />}
              onClick={() => openDirect.mutate(personId)}
              loading={openDirect.isPending}
            >
              {say('people.action.message')}
            </Button>
          )}
          {person.isActive && person.phone && (
            <Button
              component="a"
              href={`tel:${person.phone}`}
              variant="default"
              leftSection={<IconPhone size={18} aria-hidden="true" />}
            >
              {say('people.action.call')}
            </Button>
          )}
        </Group>
        <dl className={classes.facts}>
          <div>
            <dt>{say('people.phone')}</dt>
            <dd>{person.phone ? <a href={`tel:${person.phone}`}>{formatPhone(person.phone)}</a> : '–'}</dd>
          </div>
          <div>
            <dt>{say('people.mail')}</dt>
            <dd>{person.mail ? <a href={`mailto:${person.mail}`}>{person.mail}</a> : '–'}</dd>
          </div>
          <div>
            <dt>{say('organisation.appointments')}</dt>
            <dd>
              {inForce.length === 0 && '–'}
              {inForce.map((appointment) => (
                <div key={appointment.id}>
                  {unitName(appointment.unitId)}
                  {appointment.roles.length > 0 &&
                    ` · ${appointment.roles.map((role) => say(`people.role.${role}`)).join(', ')}`}
                  {` · ${say('organisation.from')} ${formatCivilDate(appointment.from)}`}
                </div>
              ))}
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}
