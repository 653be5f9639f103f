import type { Task } from '@congso/contract/tasks';
import { ActionIcon, SegmentedControl, Switch } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { UrgencyBadge } from '../../components/documents/urgency-badge.tsx';
import { ListRow } from '../../components/layout/list-row.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { SortedBy } from '../../components/list/sorted-by.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { PersonName } from '../../components/people/person-name.tsx';
import { TypedText } from '../../components/search/typed-text.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { DueBadge } from '../../components/time/due-badge.tsx';
import { useListKeys } from '../../lib/keyboard/use-list-keys.ts';
import { useOpenFirst } from '../../lib/keyboard/use-open-first.ts';
import { useSay } from '../../lib/language.ts';
import { TaskState } from './task-state.tsx';
import classes from './tasks.module.css';
import { type TaskBox, useTasks } from './tasks-queries.ts';

const route = getRouteApi('/office/tasks');
type Search = ReturnType<typeof route.useSearch>;
const BOXES: readonly TaskBox[] = ['doing', 'given', 'all'];

/** Tasks I do, tasks I gave, or all I may see; open or done, found by name with or without marks. */
export function TaskList({ isOpen }: { isOpen: boolean }) {
  const say = useSay();
  const { box = 'doing', closed = false, text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const tasks = useTasks(box, !closed, text);
  useListKeys((tasks.data ?? []).map(({ id }) => `/tasks/${id}`));
  // What is shown until another box has come is not what was chosen.
  const [first] = tasks.isPlaceholderData ? [] : (tasks.data ?? []);
  useOpenFirst(first && `/tasks/${first.id}`, isOpen);
  const search = (changed: { box?: TaskBox; closed?: boolean; text?: string }) => {
    const next = { box, closed, text, ...changed };
    const kept: Search = {
      ...(next.box !== 'doing' && { box: next.box }),
      ...(next.closed && { closed: true as const }),
      ...(next.text !== '' && { text: next.text }),
    };
    void navigate({ to: '.', replace: true, search: kept });
  };
  return (
    <>
      <PaneHeader
        title={say('tasks.tasks')}
        actions={
          <ActionIcon
            component={Link}
            to="/tasks/new"
            search={true}
            variant="light"
            size="lg"
            aria-label={say('tasks.new')}
          >
            <IconPlus size={20} aria-hidden="true" />
          </ActionIcon>
        }
      />
      <div className={classes.filters}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={say('tasks.tasks')}
          value={box}
          onChange={(chosen) => search({ box: chosen as TaskBox })}
          data={BOXES.map((value) => ({ value, label: say(`tasks.box.${value}`) }))}
        />
        <TypedText label={say('tasks.search')} text={text} onChange={(typed) => search({ text: typed })} />
        <Switch
          size="sm"
          label={say('tasks.closed')}
          checked={closed}
          onChange={(event) => search({ closed: event.currentTarget.checked })}
        />
      </div>
      <SortedBy words={say(closed ? 'tasks.sorted.closed' : `tasks.sorted.${box}`)} />
      <Loaded query={tasks} skeleton={<ListSkeleton />}>
        {(found) => (
          <>
            {found.length === 0 && <EmptyTasks box={box} isClosed={closed} text={text} />}
            <ul className={classes.list}>
              {found.map((task) => (
                <li key={task.id}>
                  <TaskRow task={task} box={box} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreButton query={tasks} />
    </>
  );
}

function EmptyTasks({ box, isClosed, text }: { box: TaskBox; isClosed: boolean; text: string }) {
  const say = useSay();
  if (text !== '') return <EmptyState title={say('frame.state.nothingFound', { query: text })} />;
  if (isClosed) return <EmptyState title={say('tasks.emptyClosed')} />;
  return (
    <EmptyState
      icon={<IconChecklist size={36} />}
      title={box === 'given' ? say('tasks.emptyGiven') : say('tasks.empty')}
      hint={say('tasks.emptyHint')}
    />
  );
}

/** A task I do shows who gave it; every other who does it. */
function TaskRow({ task, box }: { task: Task; box: TaskBox }) {
  const other = box === 'doing' ? task.assignerId : task.leadId;
  return (
    <ListRow
      to={`/tasks/${task.id}`}
      keepsSearch
      isStrong={task.actions.includes('accept') || task.actions.includes('accept-report')}
      leading={<PersonAvatar personId={other} />}
      title={task.title}
      detail={
        <>
          <UrgencyBadge urgency={task.urgency} />
          <DueBadge startedAt={task.createdAt} dueAt={task.dueAt} closedAt={task.closedAt} />
          <TaskState task={task} />
          <PersonName personId={other} />
        </>
      }
    />
  );
}
