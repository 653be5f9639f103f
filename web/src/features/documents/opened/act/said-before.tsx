import type { SlipStep } from '@congso/contract/slips';
import { Prose } from '../../../../components/text/prose.tsx';
import { DueBadge } from '../../../../components/time/due-badge.tsx';
import { useSay } from '../../../../lib/language.ts';
import { useNameOf } from '../../../../office/people.ts';
import classes from './act.module.css';

/** What was said to whoever has this step, by whom and until when: one acts on it, so it stands beside the button. */
export function SaidBefore({ step }: { step: SlipStep | null }) {
  const say = useSay();
  const nameOf = useNameOf();
  if (step === null || (step.instruction === '' && step.dueAt === null)) return null;
  return (
    <blockquote className={classes.said}>
      <div className={classes.saidBy}>
        {step.instruction !== '' && <span>{say('documents.instructionOf', { name: nameOf(step.givenById) })}</span>}
        <DueBadge startedAt={step.startedAt} dueAt={step.dueAt} />
      </div>
      {step.instruction !== '' && <Prose text={step.instruction} />}
    </blockquote>
  );
}
