import type { Task } from '@congso/contract/tasks';
import { Badge } from '@mantine/core';
import { useSay } from '../../lib/language.ts';

const COLORS: Record<Task['state'], string> = {
  assigned: 'blue',
  accepted: 'teal',
  'in-progress': 'teal',
  reported: 'violet',
  closed: 'gray',
  declined: 'orange',
  cancelled: 'gray',
};

/** How far a task is, in a word; under way also in percent. */
export function TaskState({ task }: { task: Task }) {
  const say = useSay();
  const percent = task.state === 'in-progress' && task.progress > 0 ? ` ${task.progress}%` : '';
  return (
    <Badge variant="light" color={COLORS[task.state]} tt="none">
      {say(`tasks.state.${task.state}`)}
      {percent}
    </Badge>
  );
}
