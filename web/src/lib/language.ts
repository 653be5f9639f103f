import { LANGUAGES, type Language } from '@congso/language/languages';
import { createTranslator, type Translate } from '@congso/language/translate';
import { create } from 'zustand';

const REMEMBERED = 'congso.language';

type Loaded = { language: Language; say: Translate };

const useLoaded = create<Loaded>(() => ({
  language: 'vi',
  say: () => {
    throw new Error('no language is loaded yet');
  },
}));

/** Loads a language and shows the page in it. The page is rendered after the first time. */
export async function loadLanguage(language: Language): Promise<void> {
  const say = await createTranslator(language);
  document.documentElement.lang = language;
  remember(language);
  useLoaded.setState({ language, say });
}

function remember(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Full, or forbidden: the next page is in the browser's own language until the person's is known.
  }
}

/** What was chosen on this device last; else Vietnamese, unless the browser asks for English before it. */
export function findFirstLanguage(): Language {
  const wished = [localStorage.getItem(REMEMBERED), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.map((tag) => LANGUAGES.find((language) => language === tag)).find(Boolean) ?? 'vi';
}

/** The translator: `const say = useSay(); say('chat.action.leave')`. */
export const useSay = (): Translate => useLoaded(({ say }) => say);
export const useLanguage = (): Language => useLoaded(({ language }) => language);

/** Outside of rendering. */
export const readLanguage = (): Language => useLoaded.getState().language;
export const readSay = (): Translate => useLoaded.getState().say;
