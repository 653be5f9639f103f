import type { Catalog } from './catalog/vi.ts';
import type { Language } from './languages.ts';

type KeysOf<Branch> = {
  [Key in keyof Branch & string]: Branch[Key] extends string ? Key : `${Key}.${KeysOf<Branch[Key]>}`;
}[keyof Branch & string];

type SentenceAt<Branch, Key> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Branch
    ? SentenceAt<Branch[Head], Rest>
    : never
  : Key extends keyof Branch
    ? Branch[Key]
    : never;

type PlacesIn<Sentence> = Sentence extends `${string}{{${infer Place}}}${infer Rest}` ? Place | PlacesIn<Rest> : never;

/** Every key of the catalog, `noun.key` or `noun.group.key`. */
export type MessageKey = KeysOf<Catalog>;

/** The names between double braces in a key's Vietnamese sentence, each with its value. `count` also chooses the plural. */
export type MessageParams<Key extends MessageKey> = {
  [Place in PlacesIn<SentenceAt<Catalog, Key>>]: Place extends 'count' ? number : string | number;
};

type ParamsArgument<Key extends MessageKey> = [PlacesIn<SentenceAt<Catalog, Key>>] extends [never]
  ? []
  : [params: MessageParams<Key>];

/** Says a key's sentence in one language. A missing key or parameter does not compile. The result is text, not HTML. */
export type Translate = <Key extends MessageKey>(key: Key, ...params: ParamsArgument<Key>) => string;

/** The same keys with the sentences of any language. */
export type AnyCatalog = { [Noun in keyof Catalog]: Sentences<Catalog[Noun]> };
type Sentences<Branch> = { [Key in keyof Branch]: Branch[Key] extends string ? string : Sentences<Branch[Key]> };

const LOADERS: Record<Language, () => Promise<{ default: AnyCatalog }>> = {
  vi: () => import('./catalog/vi.ts'),
  en: () => import('./catalog/en.ts'),
};

const translators = new Map<Language, Translate>();

const PLACE = /\{\{(\w+)\}\}/g;

/** Loads one language (a chunk of its own in the browser), once, and returns its translator. */
export async function createTranslator(language: Language): Promise<Translate> {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const translate = await load(language);
  translators.set(language, translate);
  return translate;
}

/**
 * Ours and not a library's: two languages, named places and one plural take these lines; i18next took a tenth of the
 * browser's first load.
 */
async function load(language: Language): Promise<Translate> {
  const { default: catalog } = await LOADERS[language]();
  const sentences = new Map(listSentences(catalog));
  const plurals = new Intl.PluralRules(language);
  return (key, ...[params]) => {
    const values: Readonly<Record<string, string | number>> = params ?? {};
    const { count } = values;
    const counted = typeof count === 'number' ? sentences.get(`${key}_${plurals.select(count)}`) : undefined;
    const sentence = counted ?? sentences.get(key) ?? key;
    // One pass, so that braces in a person's text are shown and never filled. Nothing is escaped: React escapes what it
    // shows, an SMS and a plain mail need none.
    return sentence.replace(PLACE, (_, place: string) => String(values[place] ?? ''));
  };
}

/** Every sentence of a catalog under its whole key. */
function* listSentences(branch: object, path = ''): Generator<[key: string, sentence: string]> {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* listSentences(value, `${path}${key}.`);
  }
}
