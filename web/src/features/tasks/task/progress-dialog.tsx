import { LIMITS } from '@congso/contract/limits';
import type { Task } from '@congso/contract/tasks';
import { Button, Group, NumberInput, Slider, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useDraft } from '../../../office/use-draft.ts';

/** Says how far a task is: by sliding or by number. */
export function ProgressDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const say = useSay();
  const [percent, setPercent] = useState(task.progress);
  const [{ note }, change, discard] = useDraft(`progress:${task.id}`, { note: '' });
  const set = useCommand('tasks.setProgress', {
    changes: ['task'],
    onDone: () => {
      discard();
      onClose();
    },
  });
  const errorOf = useFieldError(set.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate({ taskId: task.id, progress: percent, note });
  };
  return (
    <Dialog onClose={onClose} title={say('tasks.action.progress')}>
      <form onSubmit={submit}>
        <Stack>
          <Group align="center" wrap="nowrap">
            <Slider
              style={{ flex: 1 }}
              thumbLabel={say('tasks.setProgress')}
              value={percent}
              onChange={setPercent}
              min={0}
              max={100}
              step={5}
              label={null}
            />
            <NumberInput
              aria-label={say('tasks.setProgress')}
              error={errorOf('progress')}
              value={percent}
              onChange={(typed) => typeof typed === 'number' && setPercent(typed)}
              min={0}
              max={100}
              allowDecimal={false}
              clampBehavior="strict"
              suffix="%"
              w="6rem"
              data-autofocus
            />
          </Group>
          <Textarea
            label={say('tasks.progressNote')}
            description={say('frame.optional')}
            error={errorOf('note')}
            value={note}
            onChange={(event) => change({ note: event.currentTarget.value })}
            maxLength={LIMITS.reasonLength}
            autosize
            minRows={2}
          />
          <Refused error={set.error} />
          <Button type="submit" loading={set.isPending} style={{ alignSelf: 'end' }}>
            {say('frame.action.save')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
