import type { Urgency } from '@congso/contract/documents';
import { Badge } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useSay } from '../../lib/language.ts';

/** How urgent a document is; nothing for the ordinary ones. Red is kept for express. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const say = useSay();
  if (urgency === 'normal') return null;
  const isExpress = urgency === 'express';
  return (
    <Badge
      variant={isExpress ? 'filled' : 'light'}
      color={isExpress ? 'red.9' : 'orange'}
      tt="none"
      leftSection={<IconBolt size={12} aria-hidden="true" />}
    >
      {say(`documents.urgency.${urgency}`)}
    </Badge>
  );
}
