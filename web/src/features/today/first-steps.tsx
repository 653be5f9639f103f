import { Button } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';
import { useHasRole } from '../../office/me.ts';
import { usePeople } from '../../office/people.ts';
import classes from './today.module.css';

const STEPS = [
  { name: 'units', to: '/administration/units' },
  { name: 'people', to: '/administration/people' },
  { name: 'office', to: '/administration/office' },
] as const;

/** Whether this is an office that so far holds nobody but the administrator who founded it. */
export function useIsNewOffice(): boolean {
  const isAdmin = useHasRole('admin');
  const { people, isLoaded } = usePeople();
  return isAdmin && isLoaded && people.length === 1;
}

/** What the founder of an office owes it today: the units, the people, its mail address. */
export function FirstSteps() {
  const say = useSay();
  return (
    <EmptyState
      icon={<IconBuildingCommunity size={40} />}
      title={say('today.firstSteps.title')}
      hint={say('today.firstSteps.hint')}
    >
      <ol className={classes.steps}>
        {STEPS.map(({ name, to }) => (
          <li key={name}>
            <Button component={Link} to={to} variant="light" fullWidth>
              {say(`today.firstSteps.${name}`)}
            </Button>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}
