import { Badge } from '@mantine/core';
import { useSay } from '../../lib/language.ts';
import { usePerson } from '../../office/people.ts';

/** Says of somebody who has left that they have; nothing of everybody else. Beside a name that one might turn to. */
export function ClosedAccount({ personId }: { personId: string }) {
  const say = useSay();
  if (usePerson(personId)?.isActive !== false) return null;
  return (
    <Badge variant="light" color="gray" size="sm" tt="none" style={{ flex: 'none' }}>
      {say('people.state.deactivated')}
    </Badge>
  );
}
