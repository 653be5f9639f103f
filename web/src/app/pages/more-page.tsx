import { Page } from '../../components/layout/page.tsx';
import { useSay } from '../../lib/language.ts';
import { PHONE_ENTRIES, useEntries } from '../frame/navigation-entries.ts';
import { NavigationLink } from '../frame/navigation-link.tsx';
import classes from './more-page.module.css';

/** On a phone: what has no place in the bottom bar. */
export function MorePage() {
  const say = useSay();
  const entries = useEntries().filter((entry) => !PHONE_ENTRIES.includes(entry.name));
  return (
    <Page title={say('frame.navigation.more')}>
      <nav className={classes.list} aria-label={say('frame.navigation.more')}>
        {entries.map((entry) => (
          <NavigationLink key={entry.name} entry={entry} shape="line" />
        ))}
      </nav>
    </Page>
  );
}
