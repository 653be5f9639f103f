import type { OpenedDocument } from '@congso/contract/documents';
import type { SlipStep } from '@congso/contract/slips';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSay } from '../../../../lib/language.ts';
import { useNameOf } from '../../../../office/people.ts';
import { useUnits } from '../../../../office/units.ts';
import classes from './act.module.css';
import { ActDialog } from './act-dialog.tsx';
import { nameOfAction } from './name-of-action.ts';
import { NextDocument } from './next-document.tsx';
import { SaidBefore } from './said-before.tsx';

export type AllowedAction = OpenedDocument['allowedActions'][number];

/** What moves a document on; returning, handing on and releasing stand quieter beside it. */
const FORWARD = ['submit', 'direct', 'assign', 'complete'];

type Props = {
  document: OpenedDocument;
  /** The act whose dialog the address asks for: Today's button leads right into it. */
  asked?: string | undefined;
  /** The dialog was opened, or cannot be: the address asks no more. */
  onAsked?: () => void;
};

/** Exactly what the server says I may do with it now. A dialog stays open when it may no more: the server says why. */
export function DocumentActions({ document, asked, onAsked }: Props) {
  const [chosen, setChosen] = useState<AllowedAction | null>(
    () => document.allowedActions.find(({ action }) => action === asked) ?? null,
  );
  const [done, setDone] = useState<string | null>(null);
  const labelOf = useLabels(document);
  useEffect(() => {
    if (asked !== undefined) onAsked?.();
  }, [asked, onAsked]);
  return (
    <>
      {done !== null && <NextDocument documentId={document.id} done={done} />}
      <ActionButtons document={document} labelOf={labelOf} onChoose={setChosen} isSecond={done !== null} />
      {chosen && (
        <ActDialog
          document={document}
          allowed={chosen}
          title={labelOf(chosen)}
          step={stepOf(document, chosen)}
          onClose={() => setChosen(null)}
          onDone={() => setDone(labelOf(chosen))}
        />
      )}
    </>
  );
}

type ButtonsProps = {
  document: OpenedDocument;
  /** Something else is the one thing to do now. */
  isSecond: boolean;
  labelOf: (allowed: AllowedAction) => string;
  onChoose: (allowed: AllowedAction) => void;
};

function ActionButtons({ document, labelOf, onChoose, isSecond }: ButtonsProps) {
  const say = useSay();
  const { allowedActions } = document;
  if (allowedActions.length === 0) return null;
  const isForward = ({ action }: AllowedAction) => FORWARD.includes(action);
  // What only might be changed in what others have is nobody's duty.
  const isMyTurn = allowedActions.some(isForward);
  const title = say(isMyTurn ? 'documents.yourTurn' : 'documents.otherActions');
  const [first] = allowedActions.filter(isForward);
  const ordered = [...allowedActions].sort((a, b) => Number(isForward(b)) - Number(isForward(a)));
  return (
    <section className={classes.turn} data-mine={isMyTurn} aria-label={title}>
      <h3 className={classes.turnTitle}>{title}</h3>
      {isMyTurn && first && first.action !== 'submit' && <SaidBefore step={stepOf(document, first)} />}
      <div className={classes.buttons}>
        {ordered.map((allowed) => (
          <Button
            key={`${allowed.action}:${allowed.stepId}`}
            variant={allowed === first && !isSecond ? 'filled' : 'default'}
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
