import { Button } from '@mantine/core';
import { IconBook2, IconFileText } from '@tabler/icons-react';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { Panes } from '../../components/layout/panes.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { DocumentList } from './document-list.tsx';

/** My desk, and the opened document; letter and slip side by side need the width, so the list steps aside unless there is room. */
export function DocumentsPage() {
  const say = useSay();
  const { documentId } = useParams({ strict: false });
  const isOpen = documentId !== undefined;
  return (
    <Panes label={say('documents.documents')} list={<DocumentList isOpen={isOpen} />} isOpen={isOpen} isWide>
      <Outlet />
    </Panes>
  );
}

/** Nothing is opened. */
export function NoDocument() {
  const say = useSay();
  usePageTitle(say('frame.navigation.documents'));
  return (
    <EmptyState icon={<IconFileText size={40} />} title={say('documents.choose')} hint={say('documents.chooseHint')}>
      <Button
        component={Link}
        to="/documents/register"
        variant="default"
        leftSection={<IconBook2 size={16} aria-hidden="true" />}
      >
        {say('documents.openRegister')}
      </Button>
    </EmptyState>
  );
}
