import type { Person } from '@congso/contract/people';
import { fullName } from '@congso/language/names';
import { formatPhone } from '@congso/language/phones';
import { Badge, Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../../components/layout/page.tsx';
import { TypedText } from '../../../components/search/typed-text.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../../components/states/loaded.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { useSay } from '../../../lib/language.ts';
import { listKeyOf } from '../../../lib/query-keys.ts';
import { pagesOptions } from '../../../lib/use-ask.ts';
import { useUnits } from '../../../office/units.ts';
import { NewPerson } from './new-person.tsx';
import classes from './people-admin.module.css';

const route = getRouteApi('/office/administration/people');

/** Everybody with an account, also those who left. */
export function PeopleAdmin() {
  const say = useSay();
  const { text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const input = { withInactive: true, ...(text !== '' && { text }) };
  const people = useInfiniteQuery({
    ...pagesOptions(listKeyOf('person', input), 'people.list', input),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={say('administration.section.people')}
      backTo="/administration"
      isWide
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setIsAdding(true)}>
          {say('organisation.action.addPerson')}
        </Button>
      }
    >
      <TypedText
        className={classes.search}
        label={say('people.searchDirectory')}
        text={text}
        onChange={(typed) => void navigate({ to: '.', replace: true, search: typed === '' ? {} : { text: typed } })}
      />
      <Loaded query={people} skeleton={<ListSkeleton />}>
        {(found) =>
          found.length > 0 ? (
            <PeopleTable people={found} />
          ) : (
            <EmptyState title={text === '' ? say('people.empty') : say('frame.state.nothingFound', { query: text })} />
          )
        }
      </Loaded>
      <MoreButton query={people} />
      {isAdding && <NewPerson onClose={() => setIsAdding(false)} />}
    </Page>
  );
}

function PeopleTable({ people }: { people: readonly Person[] }) {
  const say = useSay();
  const { units } = useUnits({ withClosed: true });
  return (
    <div className="congso-scroll-x">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('people.fullName')}</Table.Th>
            <Table.Th>{say('people.login')}</Table.Th>
            <Table.Th>{say('organisation.position')}</Table.Th>
            <Table.Th>{say('organisation.unit')}</Table.Th>
            <Table.Th>{say('people.phone')}</Table.Th>
            <Table.Th>{say('people.stateLabel')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                <Link to="/administration/people/$personId" params={{ personId: person.id }}>
                  {fullName(person)}
                </Link>
              </Table.Td>
              <Table.Td>{person.login}</Table.Td>
              <Table.Td>{person.title}</Table.Td>
              <Table.Td>{units.find(({ id }) => id === person.unitId)?.name}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{person.phone && formatPhone(person.phone)}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={person.isActive ? 'green' : 'gray'} tt="none">
                  {say(person.isActive ? 'people.state.active' : 'people.state.deactivated')}
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
