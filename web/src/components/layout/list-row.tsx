import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './list-row.module.css';

type Props = {
  to: string;
  leading?: ReactNode;
  /** On one line above the title: the number and the issuer of a letter. */
  head?: ReactNode;
  /** At most two lines. */
  title: ReactNode;
  /** At the end of the first line: a time, a deadline. */
  aside?: ReactNode;
  detail?: ReactNode;
  /** Unread or new: the title is heavier. */
  isStrong?: boolean;
  /** Keeps the address's search: what the list is filtered by. */
  keepsSearch?: boolean;
};

/** A row of a list pane that opens something; the opened one is marked by its address. */
export function ListRow({ to, leading, head, title, aside, detail, isStrong = false, keepsSearch = false }: Props) {
  return (
    <Link
      to={to}
      {...(keepsSearch && { search: true })}
      className={classes.row}
      data-strong={isStrong}
      activeOptions={{ includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {leading}
      <span className={classes.words}>
        {head && (
          <span className={classes.top}>
            <span className={classes.head}>{head}</span>
            {aside && <span className={classes.aside}>{aside}</span>}
          </span>
        )}
        <span className={classes.top}>
          <span className={classes.title} {...(typeof title === 'string' && { title })}>
            {title}
          </span>
          {!head && aside && <span className={classes.aside}>{aside}</span>}
        </span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
    </Link>
  );
}
