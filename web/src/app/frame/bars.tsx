import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../lib/language.ts';
import { useMe } from '../../office/me.ts';
import classes from './frame.module.css';
import { openQuickFind } from './keys/keys.tsx';
import linkClasses from './navigation.module.css';
import { PHONE_ENTRIES, useEntries } from './navigation-entries.ts';
import { NavigationLink } from './navigation-link.tsx';

/** The narrow rail at the left of a wide window. */
export function Rail() {
  const say = useSay();
  const entries = useEntries();
  const myId = useMe().person.id;
  const settings = entries.filter(({ name }) => name === 'settings');
  return (
    <nav className={classes.rail} aria-label={say('frame.navigation.label')}>
      {entries
        .filter(({ name }) => name !== 'settings')
        .map((entry) => (
          <NavigationLink key={entry.name} entry={entry} shape="tile" />
        ))}
      <div className={classes.railEnd}>
        <button
          type="button"
          className={`${linkClasses.link} ${classes.find}`}
          data-shape="tile"
          aria-keyshortcuts="Control+K"
          onClick={openQuickFind}
        >
          <IconSearch size={22} stroke={1.75} aria-hidden="true" />
          <span>{say('frame.action.search')}</span>
        </button>
        {settings.map((entry) => (
          <NavigationLink key={entry.name} entry={entry} shape="tile" personId={myId} />
        ))}
      </div>
    </nav>
  );
}

/** The bar of a phone: the four most used places, and the rest behind "more". */
export function BottomBar() {
  const say = useSay();
  const entries = useEntries();
  return (
    <nav className={classes.bottomBar} aria-label={say('frame.navigation.label')}>
      {entries
        .filter(({ name }) => PHONE_ENTRIES.includes(name))
        .map((entry) => (
          <NavigationLink key={entry.name} entry={entry} shape="tile" />
        ))}
      <Link to="/more" className={linkClasses.link} data-shape="tile" activeProps={{ 'aria-current': 'page' }}>
        <IconDots size={22} stroke={1.75} aria-hidden="true" />
        <span>{say('frame.navigation.more')}</span>
      </Link>
    </nav>
  );
}
