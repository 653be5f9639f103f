import type { ReactNode } from 'react';
import { usePageTitle } from '../../lib/use-page-title.ts';
import classes from './page.module.css';
import { PaneHeader } from './pane-header.tsx';

type Props = {
  title: string;
  detail?: ReactNode;
  actions?: ReactNode;
  backTo?: string;
  /** Tables take the whole width; forms and lists a column that reads well. */
  isWide?: boolean;
  children: ReactNode;
};

/** A page of one pane: Today, a form, settings, a table. */
export function Page({ title, detail, actions, backTo, isWide = false, children }: Props) {
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <PaneHeader title={title} detail={detail} actions={actions} {...(backTo && { backTo })} />
      <div className={classes.body} data-wide={isWide}>
        {children}
      </div>
    </div>
  );
}

/** A titled part of a page. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
