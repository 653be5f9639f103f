import { LIMITS } from '@congso/contract/limits';
import { Alert, Stack, Textarea, TextInput } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { GuardedButton } from '../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../components/buttons/what-is-missing.ts';
import { FileUpload } from '../../components/files/file-upload.tsx';
import { useUploads } from '../../components/files/sending/use-uploads.ts';
import { Page } from '../../components/layout/page.tsx';
import { PeoplePicker, PersonPicker } from '../../components/people/people-picker.tsx';
import { CompleteKey } from '../../components/states/complete-key.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { showDone } from '../../components/states/show-done.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { type Due, DueInput, isDueComplete } from '../../components/time/due-input.tsx';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNameOf } from '../../office/people.ts';
import { useDraft } from '../../office/use-draft.ts';
import { useMessageText } from '../chat/message-queries.ts';

const route = getRouteApi('/office/tasks/new');

/** Assigns a task, by hand or from the message the address names. */
export function NewTask() {
  const say = useSay();
  const { conversation, seq } = route.useSearch();
  const fromMessage = conversation !== undefined && seq !== undefined ? { conversationId: conversation, seq } : null;
  return (
    <Page title={say('tasks.new')} backTo="/tasks">
      <TaskForm key={`${conversation}:${seq}`} fromMessage={fromMessage} />
    </Page>
  );
}

type Draft = {
  title: string | null;
  description: string | null;
  leadId: string | null;
  coordinatorIds: string[];
  due: Due;
};

const EMPTY: Draft = { title: null, description: null, leadId: null, coordinatorIds: [], due: { workingDays: 5 } };

/** The first line of a message is mostly what is to be done. */
const titleOf = (text: string): string => (text.split('\n')[0] ?? '').slice(0, LIMITS.titleLength);

function TaskForm({ fromMessage }: { fromMessage: { conversationId: string; seq: number } | null }) {
  const say = useSay();
  const navigate = route.useNavigate();
  const said = useMessageText(fromMessage) ?? '';
  // Until somebody types, the fields show what the message says, which may arrive a moment later.
  const name = fromMessage === null ? 'task' : `task:${fromMessage.conversationId}:${fromMessage.seq}`;
  const nameOf = useNameOf();
  const [draft, change, discard] = useDraft(name, EMPTY);
  const uploads = useUploads(name);
  const { leadId, coordinatorIds, due } = draft;
  const title = draft.title ?? titleOf(said);
  const description = draft.description ?? (said === titleOf(said) ? '' : said);
  const create = useCommand('tasks.create', {
    draft: name,
    changes: ['task'],
    onDone: (task) => {
      discard();
      uploads.clear();
      showDone(say('tasks.created', { title: task.title, name: nameOf(task.leadId) }));
      void navigate({ to: '/tasks/$taskId', params: { taskId: task.id }, search: { box: 'given' }, replace: true });
    },
  });
  const errorOf = useFieldError(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (leadId === null) return;
    create.mutate({ title, description, leadId, coordinatorIds, due, fromMessage, fileIds: uploads.fileIds });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {fromMessage !== null && (
          <Alert icon={<IconMessageCircle aria-hidden="true" />} color="teal" variant="light">
            {say('tasks.fromMessage')}
          </Alert>
        )}
        <TextInput
          label={say('tasks.title')}
          value={title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={errorOf('title')}
          maxLength={LIMITS.titleLength}
          required
          withAsterisk={false}
        />
        <PersonPicker
          label={say('tasks.lead')}
          value={leadId}
          onChange={(chosen) => change({ leadId: chosen })}
          error={errorOf('leadId')}
          without={coordinatorIds}
          isRequired
        />
        <PeoplePicker
          label={say('tasks.coordinators')}
          description={say('frame.optional')}
          value={coordinatorIds}
          onChange={(chosen) => change({ coordinatorIds: chosen })}
          error={errorOf('coordinatorIds')}
          without={leadId === null ? [] : [leadId]}
        />
        <DueInput value={due} onChange={(chosen) => change({ due: chosen })} error={errorOf('due')} />
        <Textarea
          label={say('tasks.description')}
          description={say('frame.optional')}
          value={description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          error={errorOf('description')}
          maxLength={LIMITS.bodyLength}
          autosize
          minRows={4}
          maxRows={16}
        />
        <FileUpload uploads={uploads} />
        <Refused error={create.error} />
        <GuardedButton
          type="submit"
          loading={create.isPending}
          whyNot={
            whatIsMissing(say, {
              [say('tasks.title')]: title.trim() === '',
              [say('tasks.lead')]: leadId === null,
              [say('tasks.due')]: !isDueComplete(due),
            }) ?? (uploads.isUploading ? say('frame.why.uploading') : null)
          }
          style={{ alignSelf: 'start' }}
        >
          {say('tasks.action.assign')}
        </GuardedButton>
        <CompleteKey />
      </Stack>
    </form>
  );
}
