import type { Task } from '@congso/contract/tasks';
import { formatCivilDate, formatDateTime } from '@congso/language/dates';
import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileList } from '../../../components/files/file-list.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Section } from '../../../components/layout/page.tsx';
import { PersonLine, PersonName } from '../../../components/people/person-name.tsx';
import { Prose } from '../../../components/text/prose.tsx';
import { useSay } from '../../../lib/language.ts';
import { SourceLetter } from '../../documents/open-source-letter.tsx';
import classes from './task.module.css';
import { TaskActions } from './task-actions.tsx';

/** What is to be done, by whom, until when, how far it is, and what I can do with it. */
export function TaskOverview({ task }: { task: Task }) {
  const say = useSay();
  return (
    <>
      <TaskActions task={task} />
      {task.description !== '' && <Prose text={task.description} />}
      <FileList files={task.files} />
      <Facts
        facts={[
          { label: say('tasks.lead'), value: <PersonLine personId={task.leadId} size="small" /> },
          {
            label: say('tasks.coordinators'),
            value: task.coordinatorIds.length > 0 && (
              <div className={classes.people}>
                {task.coordinatorIds.map((personId) => (
                  <PersonLine key={personId} personId={personId} size="small" />
                ))}
              </div>
            ),
          },
          { label: say('tasks.assigner'), value: <PersonLine personId={task.assignerId} size="small" /> },
          {
            label: say('tasks.due'),
            value: task.dueDate === null ? say('tasks.noDue') : formatCivilDate(task.dueDate),
          },
          { label: say('tasks.progress'), value: <TaskProgress percent={task.progress} /> },
          { label: say('tasks.code'), value: task.code },
          { label: say('tasks.createdAt'), value: formatDateTime(task.createdAt) },
          { label: say('tasks.closedAt'), value: task.closedAt && formatDateTime(task.closedAt) },
          { label: say('tasks.sourceLabel'), value: <TaskSource source={task.source} /> },
        ]}
      />
      {task.source.kind === 'document' && <SourceLetter documentId={task.source.documentId} />}
      {task.reports.length > 0 && (
        <Section title={say('tasks.reports')}>
          {task.reports.map((report) => (
            <article key={report.id} className={classes.report}>
              <div className={classes.by}>
                <PersonName personId={report.authorId} /> · {formatDateTime(report.at)}
              </div>
              <Prose text={report.text} />
              <FileList files={report.files} />
            </article>
          ))}
        </Section>
      )}
    </>
  );
}

function TaskProgress({ percent }: { percent: number }) {
  const say = useSay();
  return (
    <span className={classes.progress}>
      <Progress className={classes.bar} value={percent} size="md" aria-label={say('tasks.progress')} />
      <span>{percent}%</span>
    </span>
  );
}

/** Where it came from, as a way back there. */
function TaskSource({ source }: { source: Task['source'] }) {
  const say = useSay();
  switch (source.kind) {
    case 'manual':
      return say('tasks.source.manual');
    case 'message':
      return (
        <Link
          className={classes.link}
          to="/chat/$conversationId"
          params={{ conversationId: source.conversationId }}
          search={{ seq: source.seq }}
        >
          {say('tasks.source.message')}
        </Link>
      );
    case 'document':
      return (
        <Link className={classes.link} to="/documents/$documentId" params={{ documentId: source.documentId }}>
          {say('tasks.source.document')}
        </Link>
      );
  }
}
