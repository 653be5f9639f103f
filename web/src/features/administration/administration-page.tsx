import { Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { ListRow } from '../../components/layout/list-row.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { Panes } from '../../components/layout/panes.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { Withheld } from '../../components/states/withheld.tsx';
import { AskError } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { useHasRole } from '../../office/me.ts';
import { ADMINISTRATION_SECTIONS } from './sections.ts';

/** The administrator's pages. */
export function AdministrationPage() {
  const say = useSay();
  const isAdmin = useHasRole('admin');
  const isOpen = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') !== '/administration' });
  const [wasAdmin] = useState(isAdmin);
  if (!isAdmin) return wasAdmin ? <Withheld wasShown /> : <ErrorState error={new AskError('FORBIDDEN')} />;
  const list = (
    <>
      <PaneHeader title={say('administration.title')} />
      <nav aria-label={say('administration.title')}>
        {ADMINISTRATION_SECTIONS.map(({ name, to, icon: Icon }) => (
          <ListRow
            key={name}
            to={to}
            leading={<Icon size={20} aria-hidden="true" />}
            title={say(`administration.section.${name}`)}
          />
        ))}
      </nav>
    </>
  );
  return (
    <Panes label={say('administration.title')} list={list} isOpen={isOpen}>
      <Outlet />
    </Panes>
  );
}
