import type { OpenedDocument, SlipStep } from '@congso/contract/documents';
import { LIMITS } from '@congso/contract/limits';
import { formatCivilDate } from '@congso/language/dates';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { Dialog } from '../../../../components/states/dialog.tsx';
import { Refused } from '../../../../components/states/error-state.tsx';
import { useFieldError } from '../../../../components/states/use-field-error.ts';
import { type Due, DueInput, isDueComplete } from '../../../../components/time/due-input.tsx';
import { useSay } from '../../../../lib/language.ts';
import { showToast } from '../../../../lib/toast.ts';
import { useCommand } from '../../../../lib/use-command.ts';
import { useDraft } from '../../../../office/use-draft.ts';
import { AssigneeFields, type Assignees, isAssigned, NOBODY } from './assignee-fields.tsx';
import type { AllowedAction } from './document-actions.tsx';

type Props = {
  document: OpenedDocument;
  allowed: AllowedAction;
  title: string;
  step: SlipStep | null;
  onClose: () => void;
};

type Draft = { assignees: Assignees; instruction: string; reason: string; due: Due };

const EMPTY: Draft = { assignees: NOBODY, instruction: '', reason: '', due: null };

/** Takes one step of the workflow: asks for what the definition wants said, and nothing else. */
export function ActDialog({ document, allowed, title, step, onClose }: Props) {
  const say = useSay();
  const { action, stepId, assignee, needsReason, setsDueDate } = allowed;
  const name = `act:${document.id}:${stepId}:${action}`;
  const [{ assignees, instruction, reason, due }, change, discard] = useDraft(name, EMPTY);
  const act = useCommand('documents.act', {
    changes: ['document', 'task'],
    draft: name,
    onDone: () => {
      discard();
      void showToast({ message: say('documents.done') });
      onClose();
    },
  });
  const errorOf = useFieldError(act.error);
  const isComplete =
    isAssigned(allowed, step, assignees) && (!needsReason || reason.trim() !== '') && isDueComplete(due);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    act.mutate({ documentId: document.id, action, stepId, ...assignees, instruction, reason, due });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {document.subject}
          </Text>
          <AssigneeFields
            allowed={allowed}
            step={step}
            value={assignees}
            onChange={(chosen) => change({ assignees: chosen })}
            errorOf={errorOf}
          />
          {assignee !== 'none' && (
            <Textarea
              label={say(action === 'submit' ? 'documents.submission' : 'documents.instruction')}
              description={say('documents.instructionHint')}
              error={errorOf('instruction')}
              value={instruction}
              onChange={(event) => change({ instruction: event.currentTarget.value })}
              maxLength={LIMITS.reasonLength}
              autosize
              minRows={3}
              maxRows={10}
            />
          )}
          {setsDueDate && (
            <div>
              <DueInput value={due} onChange={(chosen) => change({ due: chosen })} error={errorOf('due')} />
              {due === null && step?.dueDate && (
                <Text size="sm" c="dimmed" mt={4}>
                  {say('documents.keepsDue', { date: formatCivilDate(step.dueDate) })}
                </Text>
              )}
            </div>
          )}
          {needsReason && (
            <Textarea
              label={say(action === 'complete' ? 'documents.result' : 'documents.reason')}
              error={errorOf('reason')}
              value={reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
              maxLength={LIMITS.reasonLength}
              autosize
              minRows={3}
              maxRows={10}
              required
              withAsterisk={false}
            />
          )}
          <Refused error={act.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('frame.action.cancel')}
            </Button>
            <Button type="submit" loading={act.isPending} disabled={!isComplete}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
