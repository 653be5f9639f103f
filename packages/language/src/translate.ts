import { createInstance } from 'i18next';
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

/** Loads one language (a chunk of its own in the browser), once, and returns its translator. */
export async function createTranslator(language: Language): Promise<Translate> {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const translate = await load(language);
  translators.set(language, translate);
  return translate;
}

async function load(language: Language): Promise<Translate> {
  const { default: catalog } = await LOADERS[language]();
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: catalog } },
    // React escapes what it shows, an SMS and a plain mail need no escaping: escaping here would show "&amp;".
    interpolation: { escapeValue: false },
  });
  const say = i18n.t as (key: string, options?: object) => string;
  // `replace` keeps a person's text out of the options: a parameter can never be taken for a setting.
  return (key, ...[params]) =>
    say(key, params && { replace: params, ...('count' in params && { count: params.count }) });
}
