import type { ReactNode } from 'react';
import classes from './states.module.css';

type Props = { icon?: ReactNode; title: string; hint?: string; children?: ReactNode };

/** A list with nothing in it: says so, and teaches the next step (a button as `children`). */
export function EmptyState({ icon, title, hint, children }: Props) {
  return (
    <div className={classes.state}>
      {icon && (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={classes.title}>{title}</div>
      {hint && <div className={classes.hint}>{hint}</div>}
      {children}
    </div>
  );
}
