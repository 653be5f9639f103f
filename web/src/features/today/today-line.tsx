import type { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '../../components/states/error-state.tsx';
import classes from './today.module.css';

type LineProps = {
  icon: typeof IconBell;
  title: string;
  to: string | null;
  detail: ReactNode;
  action: ReactNode;
  error?: unknown;
};

/** One thing I owe: what it is, where it opens, what to do, and why that was refused. */
export function Line({ icon: Icon, title, to, detail, action, error }: LineProps) {
  return (
    <div className={classes.row}>
      <span className={classes.icon}>
        <Icon size={20} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        {to === null ? (
          <span className={classes.title}>{title}</span>
        ) : (
          <Link to={to} className={classes.title}>
            {title}
          </Link>
        )}
        <div className={classes.detail}>{detail}</div>
        <Refused error={error} />
      </div>
      <div className={classes.action}>{action}</div>
    </div>
  );
}
