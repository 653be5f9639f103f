import { LIMITS } from '@congso/contract/limits';
import type { Task } from '@congso/contract/tasks';
import { Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { FileUpload } from '../../../components/files/file-upload.tsx';
import { useUploads } from '../../../components/files/sending/use-uploads.ts';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useDraft } from '../../../office/use-draft.ts';

/** Reports the result of a task, with files. */
export function ReportDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const say = useSay();
  const name = `report:${task.id}`;
  const uploads = useUploads(name);
  const [{ text }, change, discard] = useDraft(name, { text: '' });
  const report = useCommand('tasks.report', {
    draft: name,
    changes: ['task'],
    onDone: () => {
      discard();
      uploads.clear();
      onClose();
    },
  });
  const errorOf = useFieldError(report.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    report.mutate({ taskId: task.id, text, fileIds: uploads.fileIds });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={say('tasks.action.report')}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label={say('tasks.reportText')}
            description={say('tasks.reportHint')}
            error={errorOf('text')}
            value={text}
            onChange={(event) => change({ text: event.currentTarget.value })}
            maxLength={LIMITS.bodyLength}
            autosize
            minRows={5}
            maxRows={16}
            required
            withAsterisk={false}
            data-autofocus
          />
          <FileUpload uploads={uploads} />
          <Refused error={report.error} />
          <GuardedButton
            type="submit"
            loading={report.isPending}
            whyNot={
              whatIsMissing(say, { [say('tasks.reportText')]: text.trim() === '' }) ??
              (uploads.isUploading ? say('frame.why.uploading') : null)
            }
            style={{ alignSelf: 'end' }}
          >
            {say('tasks.action.report')}
          </GuardedButton>
        </Stack>
      </form>
    </Dialog>
  );
}
