import type { ReactNode } from 'react';
import { usePageTitle } from '../../lib/use-page-title.ts';
import classes from './doorway.module.css';

/** `office`: whose it is, once that is known. */
type Props = { title: string; office?: string | null | undefined; hint?: string; children: ReactNode };

/** The page before the office: sign-in, the first password, the founding. */
export function Doorway({ title, office, hint, children }: Props) {
  usePageTitle(title);
  return (
    <main className={classes.doorway}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <img src="/congso.svg" alt="" width={40} height={40} />
          <div>
            <div>Congso</div>
            {office && <div className={classes.office}>{office}</div>}
          </div>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {hint && <p className={classes.hint}>{hint}</p>}
        {children}
      </div>
    </main>
  );
}
