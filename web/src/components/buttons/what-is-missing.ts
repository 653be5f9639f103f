import type { Translate } from '@congso/language/translate';

/**
 * Why a form cannot be sent yet: which of its fields, by their labels, still have to be filled in. Null when none.
 * `whatIsMissing(say, { [say('tasks.title')]: title === '' })`
 */
export function whatIsMissing(say: Translate, fields: Readonly<Record<string, boolean>>): string | null {
  const missing = Object.keys(fields).filter((label) => fields[label]);
  return missing.length === 0 ? null : say('frame.why.missing', { fields: missing.join(', ') });
}
