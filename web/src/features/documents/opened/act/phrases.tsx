import { LIMITS } from '@congso/contract/limits';
import type { PhraseKind, Phrases } from '@congso/contract/people';
import type { Translate } from '@congso/language/translate';
import { Button, CloseButton, Group } from '@mantine/core';
import { useState } from 'react';
import { Choices } from '../../../../components/choices/choices.tsx';
import { Refused } from '../../../../components/states/error-state.tsx';
import { useSay } from '../../../../lib/language.ts';
import { useCommand } from '../../../../lib/use-command.ts';
import { useMe } from '../../../../office/me.ts';
import classes from './act.module.css';

const KINDS = ['submit', 'direct', 'assign', 'complete', 'return'] as const;

/** Under which act somebody's phrases are kept; null for an act without any. */
export const phraseKindOf = (action: string): PhraseKind | null => {
  if (action === 'reassign') return 'return';
  return KINDS.find((kind) => kind === action) ?? null;
};

/** What an office says all day, until somebody keeps phrases of their own. */
function shippedPhrases(kind: PhraseKind, say: Translate): string[] {
  const usual = (['a', 'b', 'c'] as const).map((key) => say(`documents.phrase.${kind}.${key}`));
  return kind === 'direct' ? [...usual, say('documents.phrase.direct.d')] : usual;
}

type Props = {
  kind: PhraseKind;
  text: string;
  onChange: (text: string) => void;
};

/** Phrases of one's own, each said by one tap, and once more taken back; what is written can be kept as one. */
export function PhraseChoices({ kind, text, onChange }: Props) {
  const say = useSay();
  const own = useMe().phrases[kind as keyof Phrases];
  const phrases = own ?? shippedPhrases(kind, say);
  const [isEditing, setIsEditing] = useState(false);
  const set = useCommand('session.setPhrases', { changes: ['person'] });
  const said = text.trim();
  const canKeep = said !== '' && said.length <= LIMITS.phraseLength && !said.includes('\n') && !phrases.includes(said);
  const keep = (next: string[] | null) => set.mutate({ kind, phrases: next });
  const toggle = (phrase: string) =>
    onChange(
      text.includes(phrase)
        ? text.replace(phrase, '').replace(/ {2,}/g, ' ').trim()
        : [said, phrase].filter(Boolean).join(' ').slice(0, LIMITS.reasonLength),
    );
  return (
    <div>
      {isEditing ? (
        <ul className={classes.phrases}>
          {phrases.map((phrase) => (
            <li key={phrase}>
              <span>{phrase}</span>
              <CloseButton
                size="sm"
                aria-label={say('documents.removePhrase', { phrase })}
                onClick={() => keep(phrases.filter((one) => one !== phrase))}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Choices
          label={say('documents.phrases')}
          choices={phrases.map((phrase) => ({ key: phrase, label: phrase }))}
          chosen={phrases.filter((phrase) => text.includes(phrase))}
          onChoose={toggle}
        />
      )}
      {phrases.length === 0 && <p className={classes.noPhrases}>{say('documents.noPhrases')}</p>}
      <Group gap="xs" mt={4}>
        {canKeep && phrases.length < LIMITS.phrases && (
          <Button variant="subtle" size="compact-xs" onClick={() => keep([...phrases, said])} loading={set.isPending}>
            {say('documents.keepPhrase')}
          </Button>
        )}
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setIsEditing(!isEditing)}>
          {say(isEditing ? 'documents.donePhrases' : 'documents.editPhrases')}
        </Button>
        {isEditing && own !== undefined && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => keep(null)}>
            {say('documents.shippedPhrases')}
          </Button>
        )}
      </Group>
      <Refused error={set.error} />
    </div>
  );
}
