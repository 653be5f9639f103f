import type { OpenedDocument, SlipStep } from '@congso/contract/documents';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../../../../lib/language.ts';
import { useNameOf } from '../../../../office/people.ts';
import { useUnits } from '../../../../office/units.ts';
import classes from './act.module.css';
import { ActDialog } from './act-dialog.tsx';
import { nameOfAction } from './name-of-action.ts';

export type AllowedAction = OpenedDocument['allowedActions'][number];

/** What moves a document on; returning, handing on and releasing stand quieter beside it. */
const FORWARD = ['submit', 'direct', 'assign', 'complete'];

/** Exactly what the server says I may do with it now. A dialog stays open when it may no more: the server says why. */
export function DocumentActions({ document }: { document: OpenedDocument }) {
  const [chosen, setChosen] = useState<AllowedAction | null>(null);
  const labelOf = useLabels(document);
  return (
    <>
      <ActionButtons allowedActions={document.allowedActions} labelOf={labelOf} onChoose={setChosen} />
      {chosen && (
        <ActDialog
          document={document}
          allowed={chosen}
          title={labelOf(chosen)}
          step={stepOf(document, chosen)}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

type ButtonsProps = Pick<OpenedDocument, 'allowedActions'> & {
  labelOf: (allowed: AllowedAction) => string;
  onChoose: (allowed: AllowedAction) => void;
};

function ActionButtons({ allowedActions, labelOf, onChoose }: ButtonsProps) {
  const say = useSay();
  if (allowedActions.length === 0) return null;
  const isForward = ({ action }: AllowedAction) => FORWARD.includes(action);
  // What only might be changed in what others have is nobody's duty.
  const isMyTurn = allowedActions.some(isForward);
  const title = say(isMyTurn ? 'documents.yourTurn' : 'documents.otherActions');
  const ordered = [...allowedActions].sort((a, b) => Number(isForward(b)) - Number(isForward(a)));
  return (
    <section className={classes.turn} data-mine={isMyTurn} aria-label={title}>
      <h3 className={classes.turnTitle}>{title}</h3>
      <div className={classes.buttons}>
        {ordered.map((allowed) => (
          <Button
            key={`${allowed.action}:${allowed.stepId}`}
            variant={isForward(allowed) ? 'filled' : 'default'}
            onClick={() => onChoose(allowed)}
          >
            {labelOf(allowed)}
          </Button>
        ))}
      </div>
    </section>
  );
}

const stepOf = ({ slip }: OpenedDocument, { stepId }: AllowedAction): SlipStep | null =>
  slip?.steps.find(({ id }) => id === stepId) ?? null;

/** The verb; where the same verb is possible on several steps, with whose step it is. */
function useLabels(document: OpenedDocument): (allowed: AllowedAction) => string {
  const say = useSay();
  const nameOf = useNameOf();
  const { units } = useUnits({ withClosed: true });
  return (allowed) => {
    const verb = nameOfAction(allowed.action, say);
    const isOnly = document.allowedActions.filter(({ action }) => action === allowed.action).length === 1;
    const step = stepOf(document, allowed);
    if (isOnly || step === null) return verb;
    const whose = units.find(({ id }) => id === step.unitId)?.name ?? nameOf(step.assigneeId);
    return say('documents.actOnPart', { action: verb, unit: step.taskId === null ? whose : nameOf(step.assigneeId) });
  };
}
