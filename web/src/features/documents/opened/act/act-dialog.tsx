import type { OpenedDocument } from '@congso/contract/documents';
import { LIMITS } from '@congso/contract/limits';
import type { SlipStep } from '@congso/contract/slips';
import { formatCivilDate } from '@congso/language/dates';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { GuardedButton } from '../../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../../components/buttons/what-is-missing.ts';
import { Dialog } from '../../../../components/states/dialog.tsx';
import { Refused } from '../../../../components/states/error-state.tsx';
import { showDone } from '../../../../components/states/show-done.tsx';
import { useFieldError } from '../../../../components/states/use-field-error.ts';
import { type Due, DueInput, isDueComplete } from '../../../../components/time/due-input.tsx';
import { useSay } from '../../../../lib/language.ts';
import { useCommand } from '../../../../lib/use-command.ts';
import { useDraft } from '../../../../office/use-draft.ts';
import classes from './act.module.css';
import { AssigneeFields, type Assignees, isAssigned, labelOfAssignee, NOBODY } from './assignee-fields.tsx';
import type { AllowedAction } from './document-actions.tsx';
import { PhraseChoices, phraseKindOf } from './phrases.tsx';
import { SaidBefore } from './said-before.tsx';

type Props = {
  document: OpenedDocument;
  allowed: AllowedAction;
  title: string;
  step: SlipStep | null;
  onClose: () => void;
  /** It was done; the dialog closes besides. */
  onDone: () => void;
};

type Draft = { assignees: Assignees; instruction: string; reason: string; due: Due };

/** What is known stands there at once: the unit a rule named, the leader submitted to last, the day the letter asks for. */
function draftOf({ proposed }: OpenedDocument, { assignee, candidateIds, action, setsDueDate }: AllowedAction): Draft {
  const [only, ...others] = candidateIds;
  const known = proposed.leaderId !== null && candidateIds.includes(proposed.leaderId) ? proposed.leaderId : null;
  const personId = others.length === 0 ? (only ?? null) : known;
  const isFirst = action === 'direct';
  return {
    assignees: {
      ...NOBODY,
      personId: assignee === 'person' && action !== 'reassign' ? personId : null,
      leadUnitId: assignee === 'units' && isFirst ? proposed.unitId : null,
    },
    instruction: '',
    reason: '',
    due: isFirst && setsDueDate && proposed.dueDate !== null ? { date: proposed.dueDate } : null,
  };
}

/** Takes one step of the workflow: asks for what the definition wants said, and nothing else. */
export function ActDialog({ document, allowed, title, step, onClose, onDone }: Props) {
  const say = useSay();
  const { action, stepId, assignee, needsReason, setsDueDate } = allowed;
  const name = `act:${document.id}:${stepId}:${action}`;
  const [{ assignees, instruction, reason, due }, change, discard] = useDraft(name, draftOf(document, allowed));
  const kind = phraseKindOf(action);
  const act = useCommand('documents.act', {
    changes: ['document', 'task'],
    draft: name,
    onDone: () => {
      discard();
      showDone(say('documents.done', { action: title, subject: document.subject }));
      onClose();
      onDone();
    },
  });
  const errorOf = useFieldError(act.error);
  const whyNot = whatIsMissing(say, {
    [say(labelOfAssignee(allowed, step))]: !isAssigned(allowed, step, assignees),
    [say(action === 'complete' ? 'documents.result' : 'documents.reason')]: needsReason && reason.trim() === '',
    [say('tasks.due')]: !isDueComplete(due),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null) return;
    act.mutate({ documentId: document.id, action, stepId, ...assignees, instruction, reason, due });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={submit}>
        <Stack>
          <div>
            <Text size="sm" c="dimmed" mb="xs">
              {document.subject}
            </Text>
            {action !== 'submit' && <SaidBefore step={step} />}
          </div>
          <AssigneeFields
            allowed={allowed}
            offered={document.proposed}
            step={step}
            value={assignees}
            onChange={(chosen) => change({ assignees: chosen })}
            errorOf={errorOf}
          />
          {assignee !== 'none' && (
            <div>
              <Textarea
                label={say(action === 'submit' ? 'documents.submission' : 'documents.instruction')}
                description={say('documents.instructionHint')}
                error={errorOf('instruction')}
                value={instruction}
                onChange={(event) => change({ instruction: event.currentTarget.value })}
                maxLength={LIMITS.reasonLength}
                autosize
                minRows={2}
                maxRows={10}
              />
              {kind !== null && !needsReason && (
                <PhraseChoices kind={kind} text={instruction} onChange={(said) => change({ instruction: said })} />
              )}
            </div>
          )}
          {setsDueDate && (
            <div>
              <DueInput value={due} onChange={(chosen) => change({ due: chosen })} error={errorOf('due')} />
              {due === null && step?.dueDate && (
                <Text size="sm" c="dimmed" mt={4}>
                  {say('documents.keepsDue', { date: formatCivilDate(step.dueDate) })}
                </Text>
              )}
              {document.dueInLetter !== null && (
                <Text size="sm" c="dimmed" mt={4}>
                  {say('documents.dueFromLetter', { date: formatCivilDate(document.dueInLetter) })}
                </Text>
              )}
            </div>
          )}
          {needsReason && (
            <div>
              <Textarea
                label={say(action === 'complete' ? 'documents.result' : 'documents.reason')}
                error={errorOf('reason')}
                value={reason}
                onChange={(event) => change({ reason: event.currentTarget.value })}
                maxLength={LIMITS.reasonLength}
                autosize
                minRows={2}
                maxRows={10}
                required
                withAsterisk={false}
              />
              {kind !== null && (
                <PhraseChoices kind={kind} text={reason} onChange={(said) => change({ reason: said })} />
              )}
            </div>
          )}
          <Refused error={act.error} />
          <Group justify="flex-end" className={classes.footer}>
            <Button variant="default" onClick={onClose}>
              {say('frame.action.cancel')}
            </Button>
            <GuardedButton type="submit" loading={act.isPending} whyNot={whyNot}>
              {title}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
