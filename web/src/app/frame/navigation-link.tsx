import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { useSay } from '../../lib/language.ts';
import classes from './navigation.module.css';
import type { Entry } from './navigation-entries.ts';

const MOST_COUNTED = 99;

/** `personId`: whose place it is; then their avatar stands for the icon. */
type Props = { entry: Entry; shape: 'tile' | 'line'; personId?: string };

/** A place in the rail or the bottom bar (`tile`: icon above word), or in the list of all places (`line`). */
export function NavigationLink({ entry, shape, personId }: Props) {
  const say = useSay();
  const { icon: Icon, count } = entry;
  return (
    <Link
      to={entry.to}
      className={classes.link}
      data-shape={shape}
      activeOptions={{ exact: entry.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <span className={classes.icon}>
        {personId ? (
          <PersonAvatar personId={personId} size="small" />
        ) : (
          <Icon size={22} stroke={1.75} aria-hidden="true" />
        )}
        {count > 0 && (
          <span className={classes.count} aria-hidden="true">
            {count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}
          </span>
        )}
      </span>
      <span className={classes.word}>{say(`frame.navigation.${entry.name}`)}</span>
      {count > 0 && <VisuallyHidden>{say('chat.unread', { count })}</VisuallyHidden>}
    </Link>
  );
}
