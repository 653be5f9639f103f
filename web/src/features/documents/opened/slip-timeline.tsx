import type { OpenedDocument } from '@congso/contract/documents';
import type { SlipStep } from '@congso/contract/slips';
import { formatDateTime } from '@congso/language/dates';
import { Badge } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowRight,
  IconCircleCheckFilled,
  IconCircleMinus,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FileList } from '../../../components/files/file-list.tsx';
import { PersonLine } from '../../../components/people/person-name.tsx';
import { Prose } from '../../../components/text/prose.tsx';
import { DueBadge } from '../../../components/time/due-badge.tsx';
import { useSay } from '../../../lib/language.ts';
import { useNameOf } from '../../../office/people.ts';
import { useUnit } from '../../../office/units.ts';
import { useWorkflows } from '../documents-queries.ts';
import classes from './slip-timeline.module.css';

const ICONS: Record<SlipStep['status'], typeof IconArrowRight> = {
  active: IconPlayerPlayFilled,
  done: IconCircleCheckFilled,
  returned: IconArrowBackUp,
  reassigned: IconArrowRight,
  skipped: IconCircleMinus,
};

/** The slip from hand to hand, oldest first: who had it, what was said, until when, and how it ended. */
export function SlipTimeline({ slip }: { slip: NonNullable<OpenedDocument['slip']> }) {
  return (
    <ol className={classes.steps}>
      {slip.steps.map((step) => (
        <li key={step.id} className={classes.step} data-status={step.status}>
          <Step step={step} workflowId={slip.workflowId} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, workflowId }: { step: SlipStep; workflowId: string }) {
  const say = useSay();
  const nameOf = useNameOf();
  const unit = useUnit(step.unitId);
  const kind = useStepKind(workflowId, step.state);
  const stateName = kind ? say(`documents.step.${kind}`) : '…';
  const Icon = ICONS[step.status];
  return (
    <>
      <span className={classes.icon}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <div className={classes.head}>
          <h3 className={classes.name}>{unit ? `${stateName} · ${unit.name}` : stateName}</h3>
          {step.unitId !== null && (
            <Badge variant="light" color={step.part === 'lead' ? 'teal' : 'gray'} tt="none">
              {say(`documents.part.${step.part}`)}
            </Badge>
          )}
          <span className={classes.status}>{say(`documents.stepStatus.${step.status}`)}</span>
          <DueBadge
            startedAt={step.startedAt}
            dueAt={step.dueAt}
            closedAt={step.status === 'active' ? null : step.doneAt}
          />
        </div>
        <PersonLine personId={step.assigneeId} size="small" />
        <div className={classes.times}>
          {step.givenById !== step.assigneeId && (
            <span>{say('documents.givenBy', { name: nameOf(step.givenById) })}</span>
          )}
          <time dateTime={step.startedAt}>{formatDateTime(step.startedAt)}</time>
          {step.doneAt !== null && (
            <span>
              → <time dateTime={step.doneAt}>{formatDateTime(step.doneAt)}</time>
            </span>
          )}
          {step.taskId !== null && (
            <Link className={classes.link} to="/tasks/$taskId" params={{ taskId: step.taskId }}>
              {say('tasks.task')}
            </Link>
          )}
        </div>
        {step.instruction !== '' && (
          <blockquote className={classes.said}>
            <span className={classes.saidLabel}>
              {say(kind === 'direct' ? 'documents.submission' : 'documents.instruction')}
            </span>
            <Prose text={step.instruction} />
          </blockquote>
        )}
        {step.report !== null && (
          <div className={classes.said}>
            <span className={classes.saidLabel}>
              {say('documents.report')} · {nameOf(step.report.authorId)} · {formatDateTime(step.report.at)}
            </span>
            <Prose text={step.report.text} />
            <FileList files={step.report.files} />
          </div>
        )}
        {step.result !== null && step.result !== '' && (
          <blockquote className={classes.said}>
            <span className={classes.saidLabel}>
              {say(step.status === 'done' ? 'documents.result' : 'documents.reason')}
            </span>
            <Prose text={step.result} />
          </blockquote>
        )}
      </div>
    </>
  );
}

/** What is done in a step, by the kind its state has in the workflow the slip runs under. */
function useStepKind(workflowId: string, state: string) {
  const { data: workflows } = useWorkflows();
  return workflows?.find(({ id }) => id === workflowId)?.states.find(({ key }) => key === state)?.kind;
}
