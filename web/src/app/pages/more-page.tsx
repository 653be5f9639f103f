import { IconSearch } from '@tabler/icons-react';
import { Page } from '../../components/layout/page.tsx';
import { useSay } from '../../lib/language.ts';
import { openQuickFind } from '../frame/keys/keys.tsx';
import linkClasses from '../frame/navigation.module.css';
import { PHONE_ENTRIES, useEntries } from '../frame/navigation-entries.ts';
import { NavigationLink } from '../frame/navigation-link.tsx';
import classes from './more-page.module.css';

/** On a phone: the search, and what has no place in the bottom bar. */
export function MorePage() {
  const say = useSay();
  const entries = useEntries().filter((entry) => !PHONE_ENTRIES.includes(entry.name));
  return (
    <Page title={say('frame.navigation.more')}>
      <nav className={classes.list} aria-label={say('frame.navigation.more')}>
        <button
          type="button"
          className={`${linkClasses.link} ${classes.find}`}
          data-shape="line"
          onClick={openQuickFind}
        >
          <span className={linkClasses.icon}>
            <IconSearch size={22} stroke={1.75} aria-hidden="true" />
          </span>
          <span className={linkClasses.word}>{say('frame.action.search')}</span>
        </button>
        {entries.map((entry) => (
          <NavigationLink key={entry.name} entry={entry} shape="line" />
        ))}
      </nav>
    </Page>
  );
}
