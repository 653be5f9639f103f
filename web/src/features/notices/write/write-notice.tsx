import { LIMITS } from '@congso/contract/limits';
import type { NoticeScope } from '@congso/contract/notices';
import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { FileUpload } from '../../../components/files/file-upload.tsx';
import { useUploads } from '../../../components/files/sending/use-uploads.ts';
import { Page } from '../../../components/layout/page.tsx';
import { CompleteKey } from '../../../components/states/complete-key.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { DateInput } from '../../../components/time/date-input.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { todayInOffice } from '../../../office/holidays.ts';
import { useDraft } from '../../../office/use-draft.ts';
import { useMayWrite } from '../notices-queries.ts';
import { ScopeFields, useFirstScope } from './scope-fields.tsx';

/** Writes a notice: what, to whom, and whether they must answer. */
export function WriteNotice() {
  const say = useSay();
  const mayWrite = useMayWrite();
  return (
    <Page title={say('notices.action.write')} backTo="/notices">
      {mayWrite ? <NoticeForm /> : <EmptyState title={say('notices.write.notAllowed')} />}
    </Page>
  );
}

type Draft = {
  title: string;
  body: string;
  scope: NoticeScope;
  mustAcknowledge: boolean;
  acknowledgeBy: string | null;
};

const EMPTY = { title: '', body: '', mustAcknowledge: false, acknowledgeBy: null };

function NoticeForm() {
  const say = useSay();
  const navigate = useNavigate();
  const uploads = useUploads('notice');
  const firstScope = useFirstScope();
  const [draft, change, discard] = useDraft<Draft>('notice', { ...EMPTY, scope: firstScope });
  const { title, body, scope, mustAcknowledge, acknowledgeBy } = draft;
  const publish = useCommand('notices.publish', {
    draft: 'notice',
    changes: ['notice'],
    onDone: (notice) => {
      discard();
      uploads.clear();
      showDone(say('notices.write.published', { title: notice.title, count: notice.audienceSize }));
      void navigate({
        to: '/notices/$noticeId',
        params: { noticeId: notice.id },
        search: { box: 'sent' },
        replace: true,
      });
    },
  });
  const errorOf = useFieldError(publish.error);
  const isAddressed = scope.everyone || scope.unitIds.length > 0 || scope.personIds.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate({
      title,
      body,
      scope,
      fileIds: uploads.fileIds,
      mustAcknowledge,
      acknowledgeBy: mustAcknowledge ? acknowledgeBy : null,
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={say('notices.title')}
          description={say('notices.write.titleHint')}
          value={title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={errorOf('title')}
          maxLength={LIMITS.titleLength}
          required
          withAsterisk={false}
        />
        <ScopeFields scope={scope} onChange={(chosen) => change({ scope: chosen })} error={errorOf('scope')} />
        <Textarea
          label={say('notices.body')}
          value={body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          error={errorOf('body')}
          maxLength={LIMITS.bodyLength}
          autosize
          minRows={6}
          maxRows={20}
          required
          withAsterisk={false}
        />
        <FileUpload uploads={uploads} />
        <Checkbox
          label={say('notices.write.mustAcknowledge')}
          checked={mustAcknowledge}
          onChange={(event) => change({ mustAcknowledge: event.currentTarget.checked })}
        />
        {mustAcknowledge && (
          <DateInput
            label={say('notices.write.acknowledgeBy')}
            description={say('frame.optional')}
            value={acknowledgeBy}
            onChange={(chosen) => change({ acknowledgeBy: chosen })}
            error={errorOf('acknowledgeBy')}
            min={todayInOffice()}
          />
        )}
        <Refused error={publish.error} />
        <GuardedButton
          type="submit"
          loading={publish.isPending}
          whyNot={
            whatIsMissing(say, {
              [say('notices.title')]: title.trim() === '',
              [say('notices.body')]: body.trim() === '',
              [say('notices.write.to')]: !isAddressed,
            }) ?? (uploads.isUploading ? say('frame.why.uploading') : null)
          }
          style={{ alignSelf: 'start' }}
        >
          {say('notices.action.publish')}
        </GuardedButton>
        <CompleteKey />
      </Stack>
    </form>
  );
}
