import type { ErrorAnswer } from '@congso/contract/errors';
import type { Refusal } from '@congso/domain/office/refusal';
import { LANGUAGES, type Language } from '@congso/language/languages';
import { createTranslator, type Translate } from '@congso/language/translate';

const translators = new Map<Language, Promise<Translate>>();

function translatorFor(language: Language): Promise<Translate> {
  const known = translators.get(language) ?? createTranslator(language);
  translators.set(language, known);
  return known;
}

/** The answer for a refusal: its code, its field, and a sentence in the reader's language. */
export async function sayError(refusal: Refusal, language: Language): Promise<ErrorAnswer> {
  const say = await translatorFor(language);
  return {
    error: {
      code: refusal.code,
      message: say(`errors.${refusal.code}`),
      ...(refusal.field !== undefined && { field: refusal.field }),
      ...(refusal.retryAfterMs !== undefined && { retryAfterMs: refusal.retryAfterMs }),
    },
  };
}

/** The language for somebody who is not signed in: the first known one of Accept-Language, else Vietnamese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return (
    wanted.map((two) => LANGUAGES.find((language) => language === two)).find((found) => found !== undefined) ?? 'vi'
  );
}
