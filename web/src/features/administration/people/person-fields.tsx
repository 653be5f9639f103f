import { LIMITS } from '@congso/contract/limits';
import { SimpleGrid, TextInput } from '@mantine/core';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import type { AskError } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';

export type PersonDraft = { familyMiddle: string; given: string; login: string; phone: string; mail: string };
export const EMPTY_PERSON: PersonDraft = { familyMiddle: '', given: '', login: '', phone: '', mail: '' };

type Props = {
  value: PersonDraft;
  onChange: (changed: Partial<PersonDraft>) => void;
  withLogin?: boolean;
  error: AskError | null;
};

/** Name, login and how to reach a person; a refusal stands beside the field it is about. */
export function PersonFields({ value, onChange, withLogin = false, error }: Props) {
  const say = useSay();
  const errorOf = useFieldError(error);
  const field = (name: keyof PersonDraft) => ({
    value: value[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
    error: errorOf(name),
    withAsterisk: false,
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput label={say('people.familyMiddle')} maxLength={LIMITS.personName} required {...field('familyMiddle')} />
      <TextInput label={say('people.given')} maxLength={60} required {...field('given')} />
      {withLogin && (
        <TextInput
          label={say('people.login')}
          description={say('people.loginHint')}
          autoCapitalize="none"
          spellCheck={false}
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{1,63}"
          maxLength={LIMITS.loginLength}
          required
          {...field('login')}
        />
      )}
      <TextInput type="tel" label={say('people.phone')} maxLength={30} {...field('phone')} />
      <TextInput type="email" label={say('people.mail')} maxLength={254} {...field('mail')} />
    </SimpleGrid>
  );
}
