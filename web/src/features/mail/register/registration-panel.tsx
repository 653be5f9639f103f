import type { DocumentFields as Fields } from '@congso/contract/documents';
import type { OpenedMail } from '@congso/contract/mail';
import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { DocumentFields, useMissingFields } from '../../../components/documents/document-fields.tsx';
import { sayMeeting } from '../../../components/documents/document-words.ts';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { usePageKeys } from '../../../lib/keyboard/use-page-keys.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useUnit } from '../../../office/units.ts';
import { useDraft } from '../../../office/use-draft.ts';
import { NotLookedInto } from './not-looked-into.tsx';
import { doubtsOf, type FieldName, proposedFieldsOf, sourcesOf } from './proposed-fields.ts';
import { RefersTo } from './refers-to.tsx';
import classes from './register.module.css';
import { RegisteredPanel } from './registered-panel.tsx';

/** The form that becomes a row of the register; after it, the number. */
export function RegistrationPanel({ mail }: { mail: OpenedMail }) {
  const [registeredId, setRegisteredId] = useState<string | null>(null);
  const documentId = registeredId ?? mail.documentId;
  if (documentId !== null && (registeredId !== null || mail.state === 'registered')) {
    return <RegisteredPanel mailId={mail.id} documentId={documentId} isFresh={registeredId !== null} />;
  }
  return <RegistrationForm mail={mail} onRegistered={setRegisteredId} />;
}

function RegistrationForm({ mail, onRegistered }: { mail: OpenedMail; onRegistered: (documentId: string) => void }) {
  const say = useSay();
  // What was typed stays; the other fields follow the proposal, which may arrive while one is at it.
  const [typed, change, discard] = useDraft<Partial<Fields>>(`mail:${mail.id}`, {});
  const proposed = proposedFieldsOf(mail);
  const fields = { ...proposed, ...typed };
  const register = useCommand('documents.register', {
    changes: ['mail', 'document'],
    onDone: ({ id }) => {
      discard();
      onRegistered(id);
    },
  });
  // Not yet read, nobody knows whether it is marked secret.
  const missing = useMissingFields(fields);
  const whyNot = mail.actions.includes('register') ? missing : say('mail.reading');
  const button = useRef<HTMLButtonElement>(null);
  const submit = () => {
    if (whyNot === null && !register.isPending) register.mutate({ mailId: mail.id, fields });
  };
  // By its button, which says why not.
  usePageKeys([['mod+Enter', () => button.current?.click()]]);
  const type = (next: Fields) => {
    const changed = Object.entries(next).filter(([name, value]) => value !== fields[name as FieldName]);
    change(Object.fromEntries(changed));
  };
  const unit = useUnit(mail.proposedUnitId);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 className={classes.title}>{say('mail.registration')}</h3>
      {mail.state === 'received' && (
        <Text size="sm" c="dimmed" role="status" mb="sm">
          {say('mail.reading')}
        </Text>
      )}
      <DocumentFields
        fields={fields}
        onChange={type}
        hints={useHints(mail, typed)}
        errorOf={useFieldError(register.error)}
        focusFirst={isBeside()}
      />
      {unit && (
        <Text size="sm" mt="sm">
          {say('mail.proposedUnit', { unit: unit.name })}
        </Text>
      )}
      {mail.proposal?.refersTo && (
        <RefersTo reference={mail.proposal.refersTo} note={fields.note} onNote={(note) => type({ ...fields, note })} />
      )}
      <NotLookedInto files={mail.attachments} />
      {mail.proposal?.meeting && (
        <Text size="sm" mt="sm" fw={500}>
          {sayMeeting(mail.proposal.meeting, say)}
        </Text>
      )}
      <Refused error={register.error} />
      <GuardedButton
        type="submit"
        mt="md"
        fullWidth
        size="md"
        loading={register.isPending}
        whyNot={whyNot}
        ref={button}
      >
        {say('mail.registerKey')}
      </GuardedButton>
    </form>
  );
}

/** On a narrow screen the form stands under the letter: the focus would scroll the letter away. */
const isBeside = (): boolean => window.matchMedia('(min-width: 62em)').matches;

/** Under each field its doubt, else where it was found; nothing under what the clerk typed. */
function useHints({ proposal }: OpenedMail, typed: Partial<Fields>): Partial<Record<FieldName, ReactNode>> {
  const say = useSay();
  const sources = sourcesOf(proposal);
  const doubts = doubtsOf(proposal);
  const hints: Partial<Record<FieldName, ReactNode>> = {};
  for (const field of Object.keys({ ...sources, ...doubts }) as FieldName[]) {
    if (field in typed) continue;
    const doubt = doubts[field];
    const source = sources[field];
    if (doubt) {
      hints[field] = (
        <span className={classes.doubt}>
          <IconAlertTriangle size={14} aria-hidden="true" /> {say(`mail.proposal.${doubt}`)}
        </span>
      );
    } else if (source) hints[field] = say('mail.proposed', { place: say(`mail.foundIn.${source}`) });
  }
  return hints;
}
