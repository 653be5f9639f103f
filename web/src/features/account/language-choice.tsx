import { LANGUAGES, type Language } from '@congso/language/languages';
import { SegmentedControl } from '@mantine/core';
import { loadLanguage, useLanguage, useSay } from '../../lib/language.ts';
import classes from './doorway.module.css';

/** The language of the pages before the sign-in; afterwards it is the person's own setting. */
export function LanguageChoice() {
  const say = useSay();
  const language = useLanguage();
  return (
    <SegmentedControl
      className={classes.language ?? ''}
      fullWidth
      size="xs"
      aria-label={`${say('frame.language.vi')} / ${say('frame.language.en')}`}
      value={language}
      onChange={(chosen) => void loadLanguage(chosen as Language)}
      data={LANGUAGES.map((value) => ({ value, label: say(`frame.language.${value}`) }))}
    />
  );
}
