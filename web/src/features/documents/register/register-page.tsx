import type { OfficialDocument } from '@congso/contract/documents';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { Page } from '../../../components/layout/page.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../../components/states/loaded.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { useSay } from '../../../lib/language.ts';
import { useHasRole } from '../../../office/me.ts';
import { DocumentRow } from '../document-row.tsx';
import classes from '../documents.module.css';
import { type RegisterFilter, useRegister } from '../documents-queries.ts';
import { PrintedRegister } from './printed-register.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { type Density, RegisterTable } from './register-table.tsx';
import { usePrintAll } from './use-print-all.ts';

const route = getRouteApi('/office/documents/register');

/** The register of incoming documents: filtered by the address, as a table with the columns of annex IV, to be printed. */
export function RegisterPage() {
  const say = useSay();
  const search = route.useSearch();
  const isClerk = useHasRole('clerk');
  const { unit, overdue, openAt, due, ...rest } = search;
  const filter: RegisterFilter = {
    ...rest,
    ...(unit && { unitId: unit }),
    ...(overdue && { isOverdue: true }),
    ...(openAt && { openUnitId: openAt }),
    ...(openAt && due && { openDue: due }),
  };
  const register = useRegister(filter);
  const rows = register.data;
  const isComplete = !register.hasNextPage && !register.isPlaceholderData;
  const printing = usePrintAll(register);
  const [density, setDensity] = useLocalStorage<Density>({ key: 'congso.register-density', defaultValue: 'compact' });
  const emptyWords = (isFiltered: boolean) =>
    isFiltered
      ? { title: say('documents.emptyFilter') }
      : { title: say('documents.emptyRegister'), hint: say('documents.emptyRegisterHint') };
  return (
    <Page
      title={say('documents.incomingRegister')}
      backTo="/documents"
      isWide
      actions={
        <>
          {isClerk && (
            <Button component={Link} to="/documents/new" variant="default" visibleFrom="sm">
              {say('documents.paper')}
            </Button>
          )}
          <GuardedButton
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={printing.print}
            loading={printing.isLoading}
            whyNot={
              !rows || register.isPlaceholderData
                ? say('frame.state.loading')
                : rows.length === 0
                  ? say('documents.nothingToPrint')
                  : null
            }
          >
            {say('documents.action.printRegister')}
          </GuardedButton>
        </>
      }
    >
      <RegisterFilters search={search} />
      <Loaded query={register} skeleton={<ListSkeleton />}>
        {(found) => (
          <>
            {found.length === 0 && <EmptyState {...emptyWords(Object.keys(search).length > 0)} />}
            {found.length > 0 && (
              <Group justify="space-between" mb="xs">
                <p className={classes.shown} role="status">
                  {printing.isLoading
                    ? say('documents.print.loading')
                    : say('documents.print.shown', { count: found.length })}
                </p>
                <SegmentedControl
                  size="xs"
                  visibleFrom="sm"
                  aria-label={say('documents.density.label')}
                  value={density}
                  onChange={(chosen) => setDensity(chosen === 'whole' ? 'whole' : 'compact')}
                  data={[
                    { value: 'compact', label: say('documents.density.compact') },
                    { value: 'whole', label: say('documents.density.whole') },
                  ]}
                />
              </Group>
            )}
            {found.length > 0 && <Rows documents={found} density={density} />}
          </>
        )}
      </Loaded>
      <MoreButton query={register} />
      {rows && <PrintedRegister documents={rows} search={search} isComplete={isComplete} />}
    </Page>
  );
}

/** A table, and on a phone cards. */
function Rows({ documents, density }: { documents: readonly OfficialDocument[]; density: Density }) {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (!isNarrow) return <RegisterTable documents={documents} density={density} />;
  return (
    <ul className={classes.cards}>
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentRow document={document} />
        </li>
      ))}
    </ul>
  );
}
