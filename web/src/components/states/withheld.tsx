import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useMe } from '../../office/me.ts';
import { useUnit } from '../../office/units.ts';
import classes from './states.module.css';

const SECTIONS = ['chat', 'notices', 'tasks', 'documents', 'mail', 'directory'] as const;

type Props = {
  /** It was read here until now: said when nothing else is. Otherwise it may never have been there. */
  wasShown: boolean;
  title?: string;
  /** A way on that is nearer than the list it stood in. */
  children?: ReactNode;
};

/**
 * What one may not read, or read no more: after a transfer, or when the work went to somebody else. It says so under its
 * own title, where the person belongs now, and leads on; asking again would change nothing.
 */
export function Withheld({ wasShown, title, children }: Props) {
  const say = useSay();
  const { person, readsMail } = useMe();
  const unit = useUnit(person.unitId);
  const { pathname } = useLocation();
  const section = SECTIONS.find((name) => pathname.startsWith(`/${name}/`) && (name !== 'mail' || readsMail));
  const said = title ?? say(wasShown ? 'frame.state.withheld' : 'errors.NOT_FOUND');
  usePageTitle(said);
  return (
    <div className={classes.state} role="alert">
      <IconLock className={classes.icon} aria-hidden="true" />
      <div className={classes.title}>{said}</div>
      {wasShown && (
        <div className={classes.hint}>
          {title === undefined && say('frame.state.withheldHint')}{' '}
          {unit && say('frame.state.yourUnit', { unit: unit.name })}
        </div>
      )}
      <Group justify="center">
        {children}
        {section && (
          <Button component={Link} to={`/${section}`} variant="default">
            {say('frame.action.goTo', { place: say(`frame.navigation.${section}`) })}
          </Button>
        )}
        <Button component={Link} to="/" variant="default">
          {say('frame.action.goTo', { place: say('frame.navigation.today') })}
        </Button>
      </Group>
    </div>
  );
}
