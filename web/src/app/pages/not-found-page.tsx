import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/layout/page.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useSay();
  return (
    <Page title={say('frame.state.pageMissing')}>
      <EmptyState
        icon={<IconMapQuestion size={40} />}
        title={say('frame.state.pageMissing')}
        hint={say('frame.state.pageMissingHint')}
      >
        <Button component={Link} to="/">
          {say('frame.navigation.today')}
        </Button>
      </EmptyState>
    </Page>
  );
}
