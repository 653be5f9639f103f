import { AskError, sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';

/** What stands beside a field the server refused; null beside every other. */
export type FieldError = (field: string) => string | null;

/**
 * Marks the field a command was refused for: `const errorOf = useFieldError(create.error)`, then
 * `<TextInput error={errorOf('title')} />`. Fields are named as the command names them (`fields.subject`); one that holds
 * others (`due`, `scope`) is marked for any of them. `Refused` says below that something is marked.
 */
export function useFieldError(error: unknown): FieldError {
  const say = useSay();
  return (field) => {
    if (!(error instanceof AskError) || error.field === null) return null;
    if (error.field !== field && !error.field.startsWith(`${field}.`)) return null;
    return error.code === 'BAD_INPUT' ? say('frame.state.fieldWrong') : sentenceOf(error, say);
  };
}
