import english from '@congso/language/catalog/en';
import vietnamese from '@congso/language/catalog/vi';
import type { Language } from '@congso/language/languages';

/** Shorter, what stands around the places of a sentence says too little to know it by. */
const TELLING = 8;
const PLACE = /\{\{\w+\}\}/;

type Sentences = { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] };
const SENTENCES: Record<Language, Sentences> = { vi: sentencesOf(vietnamese), en: sentencesOf(english) };
const KEYS = new Set([...listKeys(vietnamese)]);

/** The texts that are raw keys, or of the other language's catalog and not of this one's. `data` is what people wrote. */
export function findUntranslated(texts: readonly string[], language: Language, data: ReadonlySet<string>): string[] {
  const other = SENTENCES[language === 'vi' ? 'en' : 'vi'];
  return texts.filter((text) => {
    if (data.has(text)) return false;
    if (text.split(/\s/).some((word) => KEYS.has(word))) return true;
    return isOf(other, text) && !isOf(SENTENCES[language], text);
  });
}

const isOf = ({ whole, patterns }: Sentences, text: string): boolean =>
  whole.has(text) || patterns.some((pattern) => pattern.test(text));

function sentencesOf(catalog: object): Sentences {
  const all = [...listSentences(catalog)];
  const withPlaces = all.filter((sentence) => PLACE.test(sentence));
  return {
    whole: new Set(all.filter((sentence) => !PLACE.test(sentence))),
    patterns: withPlaces
      .map((sentence) => sentence.split(PLACE))
      .filter((parts) => parts.join('').trim().length >= TELLING)
      .map((parts) => new RegExp(`^${parts.map(escaped).join('.+')}$`, 'u')),
  };
}

function* listSentences(branch: object): Generator<string> {
  for (const value of Object.values(branch)) {
    if (typeof value === 'string') yield value;
    else yield* listSentences(value as object);
  }
}

function* listKeys(branch: object, path = ''): Generator<string> {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') yield `${path}${key}`;
    else yield* listKeys(value as object, `${path}${key}.`);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
