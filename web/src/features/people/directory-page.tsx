import type { Person } from '@congso/contract/people';
import { fold } from '@congso/language/fold';
import { fullName } from '@congso/language/names';
import { Select } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { getRouteApi, Outlet, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ListRow } from '../../components/layout/list-row.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { Panes } from '../../components/layout/panes.tsx';
import { VirtualList } from '../../components/list/virtual-list.tsx';
import { ClosedAccount } from '../../components/people/closed-account.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { TypedText } from '../../components/search/typed-text.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useListKeys } from '../../lib/keyboard/use-list-keys.ts';
import { useOpenFirst } from '../../lib/keyboard/use-open-first.ts';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { usePeople } from '../../office/people.ts';
import { type PlacedUnit, useUnits } from '../../office/units.ts';
import classes from './people.module.css';

const route = getRouteApi('/office/directory');

/** Everybody of the office, found by name, title, unit or phone with or without marks, by unit or all. */
export function DirectoryPage() {
  const say = useSay();
  const { personId } = useParams({ strict: false });
  const isOpen = personId !== undefined;
  return (
    <Panes label={say('people.directory')} list={<DirectoryList isOpen={isOpen} />} isOpen={isOpen}>
      <Outlet />
    </Panes>
  );
}

/** Nobody is opened. */
export function Nobody() {
  const say = useSay();
  usePageTitle(say('people.directory'));
  return (
    <EmptyState
      icon={<IconAddressBook size={40} />}
      title={say('people.choosePerson')}
      hint={say('people.choosePersonHint')}
    />
  );
}

function DirectoryList({ isOpen }: { isOpen: boolean }) {
  const say = useSay();
  const { text = '', unit } = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = fold(text);
  // Who left is in nobody's way, and is found by whoever looks for them.
  const { people, error, isLoaded, retry } = usePeople({ withLeft: wanted !== '' });
  const { units } = useUnits();
  const byId = useMemo(() => new Map(units.map((placed) => [placed.id, placed])), [units]);
  const texts = useMemo(() => new Map(people.map((person) => [person.id, textOf(person, byId)])), [people, byId]);
  const shown = people.filter(
    ({ id, appointments }) =>
      (!unit || appointments.some(({ unitId }) => isWithin(unitId, unit, byId))) && texts.get(id)?.includes(wanted),
  );
  useListKeys(shown.map(({ id }) => `/directory/${id}`));
  useOpenFirst(isLoaded && shown[0] ? `/directory/${shown[0].id}` : undefined, isOpen);
  const search = (changed: { text?: string; unit?: string | null }) =>
    void navigate({
      to: '.',
      replace: true,
      search: (before) => {
        const next = { text, unit: before.unit ?? null, ...changed };
        return { ...(next.text && { text: next.text }), ...(next.unit && { unit: next.unit }) };
      },
    });
  return (
    <>
      <PaneHeader title={say('people.directory')} detail={say('people.count', { count: shown.length })} />
      <div className={classes.filters}>
        <TypedText
          label={say('people.searchDirectory')}
          placeholder={say('frame.action.search')}
          text={text}
          onChange={(typed) => search({ text: typed })}
        />
        <Select
          aria-label={say('organisation.unit')}
          placeholder={say('organisation.allUnits')}
          clearable
          clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
          value={unit ?? null}
          onChange={(chosen) => search({ unit: chosen })}
          data={units.map(({ id, name, depth }) => ({ value: id, label: `${'   '.repeat(depth)}${name}` }))}
        />
      </div>
      <Loaded query={{ data: isLoaded ? shown : undefined, error, refetch: retry }} skeleton={<ListSkeleton />}>
        {(found) => (
          <>
            {found.length === 0 && (
              <EmptyState
                title={wanted === '' ? say('people.empty') : say('frame.state.nothingFound', { query: text })}
              />
            )}
            <VirtualList items={found}>
              {(person) => (
                <ListRow
                  key={person.id}
                  to={`/directory/${person.id}`}
                  keepsSearch
                  leading={<PersonAvatar personId={person.id} />}
                  title={
                    <>
                      {fullName(person)} <ClosedAccount personId={person.id} />
                    </>
                  }
                  detail={[person.title, byId.get(person.unitId ?? '')?.name].filter(Boolean).join(', ')}
                />
              )}
            </VirtualList>
          </>
        )}
      </Loaded>
    </>
  );
}

type Units = ReadonlyMap<string, PlacedUnit>;

/** What somebody is found by, folded once: it is looked through at every key. */
function textOf(person: Person, units: Units): string {
  const unit = units.get(person.unitId ?? '')?.name ?? '';
  const phone = person.phone ?? '';
  // A number is looked for as it is dialled at home, too.
  return fold(
    `${fullName(person)} ${person.title} ${unit} ${phone} ${phone.replace(/^\+84/, '0')} ${person.mail ?? ''}`,
  );
}

/** Whether a unit is another one or lies below it. */
function isWithin(unitId: string, aboveId: string, units: Units): boolean {
  for (let id: string | null = unitId; id !== null; id = units.get(id)?.parentId ?? null) {
    if (id === aboveId) return true;
  }
  return false;
}
