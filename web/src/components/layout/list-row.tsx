import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './list-row.module.css';

type Props = {
  to: string;
  leading?: ReactNode;
  title: ReactNode;
  /** At the end of the title's line: a time, a number. */
  aside?: ReactNode;
  detail?: ReactNode;
  /** Unread or new: the title is heavier. */
  isStrong?: boolean;
  /** Keeps the address's search: what the list is filtered by. */
  keepsSearch?: boolean;
};

/** A row of a list pane that opens something; the opened one is marked by its address. */
export function ListRow({ to, leading, title, aside, detail, isStrong = false, keepsSearch = false }: Props) {
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
        <span className={classes.top}>
          <span className={classes.title}>{title}</span>
          {aside && <span className={classes.aside}>{aside}</span>}
        </span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
    </Link>
  );
}
