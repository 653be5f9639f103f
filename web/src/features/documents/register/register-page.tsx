import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../../components/layout/page.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { ErrorState } from '../../../components/states/error-state.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { useSay } from '../../../lib/language.ts';
import { useHasRole } from '../../../office/me.ts';
import { DocumentRow } from '../document-row.tsx';
import classes from '../documents.module.css';
import { type RegisterFilter, useRegister } from '../documents-queries.ts';
import { PrintedRegister } from './printed-register.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';
import { usePrintAll } from './use-print-all.ts';

const route = getRouteApi('/office/documents/register');

/** The register of incoming documents: filtered by the address, as a table with the columns of annex IV, to be printed. */
export function RegisterPage() {
  const say = useSay();
  const search = route.useSearch();
  const isClerk = useHasRole('clerk');
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { unit, overdue, ...rest } = search;
  const filter: RegisterFilter = { ...rest, ...(unit && { unitId: unit }), ...(overdue && { isOverdue: true }) };
  const register = useRegister(filter);
  const { data: rows, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = register;
  const isComplete = !hasNextPage && !register.isPlaceholderData;
  const printing = usePrintAll(register);
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
          <Button
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={printing.print}
            loading={printing.isLoading}
            disabled={!rows || rows.length === 0 || register.isPlaceholderData}
          >
            {say('documents.action.printRegister')}
          </Button>
        </>
      }
    >
      <RegisterFilters search={search} />
      {isPending && <ListSkeleton />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {rows?.length === 0 && <EmptyState title={say('documents.emptyRegister')} />}
      {rows && rows.length > 0 && (
        <>
          <p className={classes.shown} role="status">
            {printing.isLoading ? say('documents.print.loading') : say('documents.print.shown', { count: rows.length })}
          </p>
          {isNarrow ? (
            <ul className={classes.cards}>
              {rows.map((document) => (
                <li key={document.id}>
                  <DocumentRow document={document} />
                </li>
              ))}
            </ul>
          ) : (
            <RegisterTable documents={rows} />
          )}
        </>
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('frame.action.showMore')}
        </Button>
      )}
      {rows && <PrintedRegister documents={rows} search={search} isComplete={isComplete} />}
    </Page>
  );
}
