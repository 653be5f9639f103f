import { type CSSProperties, type ReactNode, useRef } from 'react';
import { usePaneFocus } from '../../lib/keyboard/use-pane-focus.ts';
import { useSay } from '../../lib/language.ts';
import { useEntering } from './panes/use-entering.ts';
import { usePaneWidth } from './panes/use-pane-width.ts';
import classes from './panes.module.css';

type Props = {
  /** Names the list for screen readers. */
  label: string;
  list: ReactNode;
  /** Whether something of the list is opened, by the address. On a phone only one of both is shown. */
  isOpen: boolean;
  /** What is opened needs the width: the list steps aside unless the screen has room for both. */
  isWide?: boolean;
  /** What is opened, or the invitation to open something. */
  children: ReactNode;
};

/** The list pane, as wide as it was made, and beside it the content pane; on a phone one pane at a time. */
export function Panes({ label, list, isOpen, isWide = false, children }: Props) {
  const listPane = useRef<HTMLElement>(null);
  const contentPane = useRef<HTMLDivElement>(null);
  const say = useSay();
  const { width, listWidth, handle } = usePaneWidth();
  useEntering(contentPane);
  usePaneFocus(isOpen, listPane, contentPane);
  return (
    <div
      className={classes.panes}
      data-open={isOpen}
      data-wide={isWide}
      {...(width !== null && { style: { '--list-width': `${width}rem` } as CSSProperties })}
    >
      <section ref={listPane} className={classes.list} aria-label={label} tabIndex={-1}>
        {list}
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this one is a window splitter */}
      <div
        className={classes.handle}
        role="separator"
        aria-orientation="vertical"
        aria-label={say('frame.listWidth')}
        aria-valuenow={listWidth}
        tabIndex={0}
        {...handle}
      />
      <div ref={contentPane} className={classes.content} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}

/** A pane beside the content that can be closed; on a phone it covers the content. Whether it is open stands in the address. */
export function WithDetails({
  label,
  details,
  children,
}: {
  label: string;
  details: ReactNode | null;
  children: ReactNode;
}) {
  return (
    <div className={classes.withDetails} data-open={details !== null}>
      <div className={classes.main}>{children}</div>
      {details !== null && (
        <aside className={classes.details} aria-label={label}>
          {details}
        </aside>
      )}
    </div>
  );
}
