import { Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { DocumentFields, NO_FIELDS, useMissingFields } from '../../../components/documents/document-fields.tsx';
import { arrivalOf } from '../../../components/documents/document-words.ts';
import { FileUpload } from '../../../components/files/file-upload.tsx';
import { useUploads } from '../../../components/files/sending/use-uploads.ts';
import { Page } from '../../../components/layout/page.tsx';
import { CompleteKey } from '../../../components/states/complete-key.tsx';
import { ErrorState, Refused } from '../../../components/states/error-state.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { AskError } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useHasRole } from '../../../office/me.ts';
import { useDraft } from '../../../office/use-draft.ts';

/** Registers a letter that came on paper; it takes the next number of the one sequence (Decree 30/2020, art. 22.2). */
export function RegisterPaper() {
  const say = useSay();
  const isClerk = useHasRole('clerk');
  return (
    <Page title={say('documents.paper')} backTo="/documents">
      {isClerk ? <PaperForm /> : <ErrorState error={new AskError('FORBIDDEN')} />}
    </Page>
  );
}

function PaperForm() {
  const say = useSay();
  const navigate = useNavigate();
  const uploads = useUploads('paper');
  const [fields, change, discard] = useDraft('paper', NO_FIELDS);
  const register = useCommand('documents.registerPaper', {
    draft: 'paper',
    changes: ['document'],
    onDone: (document) => {
      discard();
      uploads.clear();
      showDone(say('documents.registeredWith', { number: arrivalOf(document), subject: document.subject }));
      void navigate({ to: '/documents/$documentId', params: { documentId: document.id }, replace: true });
    },
  });
  const missing = useMissingFields(fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({ fields, fileIds: uploads.fileIds });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {say('documents.paperHint')}
        </Text>
        <DocumentFields fields={fields} onChange={change} errorOf={useFieldError(register.error)} focusFirst />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {say('documents.paperFiles')}
          </Text>
          <FileUpload uploads={uploads} accept="application/pdf,image/*" />
        </div>
        <Refused error={register.error} />
        <GuardedButton
          type="submit"
          loading={register.isPending}
          whyNot={missing ?? (uploads.isUploading ? say('frame.why.uploading') : null)}
          style={{ alignSelf: 'start' }}
        >
          {say('documents.action.register')}
        </GuardedButton>
        <CompleteKey />
      </Stack>
    </form>
  );
}
