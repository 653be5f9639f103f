import { DOCUMENT_TYPE_KEYS } from '@congso/contract/document-types';
import type { DocumentFields as Fields, Urgency } from '@congso/contract/documents';
import { LIMITS } from '@congso/contract/limits';
import { findTypeOfNotation } from '@congso/language/document-code';
import { Autocomplete, type OptionsFilter, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { whatIsMissing } from '../../components/buttons/what-is-missing.ts';
import { useSay } from '../../lib/language.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { todayInOffice } from '../../office/holidays.ts';
import type { FieldError } from '../states/use-field-error.ts';
import { DateInput } from '../time/date-input.tsx';
import classes from './document-fields.module.css';
import { matchIssuers } from './match-issuers.ts';

export const URGENCIES: readonly Urgency[] = ['normal', 'urgent', 'very-urgent', 'express'];

export const NO_FIELDS: Fields = {
  issuer: '',
  codeNumber: '',
  codeNotation: '',
  issuedDate: null,
  documentType: 'official-dispatch',
  subject: '',
  urgency: 'normal',
  note: '',
  dueInLetter: null,
};

/** What a document cannot be registered without, as a sentence; null when it is there. */
export function useMissingFields({ issuer, subject, documentType }: Fields): string | null {
  const say = useSay();
  return whatIsMissing(say, {
    [say('documents.field.issuer')]: issuer.trim() === '',
    [say('documents.field.type')]: documentType === '',
    [say('documents.field.subject')]: subject.trim() === '',
  });
}

const MOST_OFFERED = 8;
/** Who wrote before changes slowly, and is no reason to ask again with each letter. */
const ISSUERS_STALE_MS = 10 * 60_000;
const NOBODY_KNOWN: readonly { name: string; notations: string[] }[] = [];

/** Who has written to the office; nobody while that is on its way, or cannot be had: then it is typed in full. */
const useIssuers = () =>
  useQuery({
    ...askOptions(['issuers'], 'documents.listIssuers', {}),
    staleTime: ISSUERS_STALE_MS,
    select: ({ issuers }) => issuers,
  }).data ?? NOBODY_KNOWN;

/** They were matched already. */
const asOffered: OptionsFilter = ({ options }) => options;

/** "QĐ-UBND" is a decision's: the type follows the notation, until somebody chose another. */
function typeOf(notation: string, { documentType, codeNotation }: Fields): Partial<Fields> {
  const before = findTypeOfNotation(codeNotation) ?? NO_FIELDS.documentType;
  if (documentType !== '' && documentType !== before) return {};
  return { documentType: findTypeOfNotation(notation) ?? documentType };
}

type Props = {
  fields: Fields;
  onChange: (fields: Fields) => void;
  /** Under a field: where its proposal was found, or why it must be looked at. */
  hints?: Partial<Record<keyof Fields, ReactNode>>;
  /** What the server said against a field. */
  errorOf: FieldError;
  /** Where the focus goes when the form opens. */
  focusFirst?: boolean;
};

/** What the register holds about an incoming document, in the order in which a letterhead is read. */
export function DocumentFields({ fields, onChange, hints = {}, errorOf, focusFirst = false }: Props) {
  const say = useSay();
  const issuers = useIssuers();
  const set = (changed: Partial<Fields>) => onChange({ ...fields, ...changed });
  return (
    <Stack gap="sm">
      <Autocomplete
        label={say('documents.field.issuer')}
        description={hints.issuer}
        error={errorOf('fields.issuer')}
        value={fields.issuer}
        onChange={(issuer) => set({ issuer })}
        data={matchIssuers(fields.issuer, issuers).map(({ name }) => name)}
        filter={asOffered}
        limit={MOST_OFFERED}
        openOnFocus={false}
        maxLength={200}
        required
        withAsterisk={false}
        {...(focusFirst && { 'data-autofocus': true, autoFocus: true })}
      />
      <div className={classes.row}>
        <TextInput
          className={classes.number}
          label={say('documents.field.codeNumber')}
          description={hints.codeNumber}
          error={errorOf('fields.codeNumber')}
          placeholder={say('documents.codeNumberHint')}
          value={fields.codeNumber}
          onChange={(event) => set({ codeNumber: event.currentTarget.value })}
          maxLength={11}
        />
        <Autocomplete
          className={classes.wide}
          label={say('documents.field.codeNotation')}
          description={hints.codeNotation}
          error={errorOf('fields.codeNotation')}
          placeholder={say('documents.codeNotationHint')}
          value={fields.codeNotation}
          onChange={(codeNotation) => set({ codeNotation, ...typeOf(codeNotation, fields) })}
          // Under which symbols this issuer has written before.
          data={issuers.find(({ name }) => name === fields.issuer)?.notations ?? []}
          maxLength={30}
        />
        <div className={classes.date}>
          <DateInput
            label={say('documents.field.issuedDate')}
            description={hints.issuedDate}
            error={errorOf('fields.issuedDate')}
            value={fields.issuedDate}
            onChange={(issuedDate) => set({ issuedDate })}
            max={todayInOffice()}
          />
        </div>
      </div>
      <div className={classes.row}>
        <Select
          className={classes.wide}
          label={say('documents.field.type')}
          description={hints.documentType}
          error={errorOf('fields.documentType')}
          data={DOCUMENT_TYPE_KEYS.map((key) => ({ value: key, label: say(`documents.type.${key}`) }))}
          value={fields.documentType}
          onChange={(documentType) => documentType !== null && set({ documentType })}
          searchable
          allowDeselect={false}
          placeholder={say('documents.typeMissing')}
        />
        <Select
          className={classes.wide}
          label={say('documents.field.urgency')}
          description={hints.urgency}
          error={errorOf('fields.urgency')}
          data={URGENCIES.map((urgency) => ({ value: urgency, label: say(`documents.urgency.${urgency}`) }))}
          value={fields.urgency}
          onChange={(urgency) => urgency !== null && set({ urgency: urgency as Urgency })}
          allowDeselect={false}
        />
      </div>
      <Textarea
        label={say('documents.field.subject')}
        description={hints.subject}
        error={errorOf('fields.subject')}
        value={fields.subject}
        onChange={(event) => set({ subject: event.currentTarget.value.replace(/\n+/g, ' ') })}
        maxLength={LIMITS.subjectLength}
        autosize
        minRows={2}
        maxRows={8}
        required
        withAsterisk={false}
      />
      <div className={classes.row}>
        <div className={classes.date}>
          <DateInput
            label={say('documents.field.dueInLetter')}
            description={hints.dueInLetter}
            error={errorOf('fields.dueInLetter')}
            value={fields.dueInLetter}
            onChange={(dueInLetter) => set({ dueInLetter })}
          />
        </div>
      </div>
      <TextInput
        label={say('documents.field.note')}
        description={hints.note}
        error={errorOf('fields.note')}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        maxLength={500}
      />
    </Stack>
  );
}
