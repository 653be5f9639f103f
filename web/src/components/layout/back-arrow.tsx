import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useSay } from '../../lib/language.ts';
import { useGoBackTo } from '../../lib/page/trail.ts';

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/**
 * One level up. Where one came from there, it goes back, so that Back does not lead into what was just left; where one
 * came from elsewhere, the level above takes the place of this page.
 */
export function BackArrow({ to, className }: { to: string; className?: string | undefined }) {
  const say = useSay();
  const goBackTo = useGoBackTo();
  return (
    <ActionIcon
      className={className ?? ''}
      component={Link}
      to={to}
      replace
      search={true}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={say('frame.action.back')}
      onClick={(event: MouseEvent) => {
        if (isPlain(event) && goBackTo.page(to)) event.preventDefault();
      }}
    >
      <IconArrowLeft size={20} aria-hidden="true" />
    </ActionIcon>
  );
}
