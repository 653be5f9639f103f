import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useSay();
  usePageTitle(say('frame.state.pageMissing'));
  return (
    <EmptyState
      icon={<IconMapQuestion size={40} />}
      title={say('frame.state.pageMissing')}
      hint={say('frame.state.pageMissingHint')}
    >
      <Button component={Link} to="/">
        {say('frame.navigation.today')}
      </Button>
    </EmptyState>
  );
}
