import type { ReactElement } from 'react';
import { Virtualizer } from 'virtua';
import classes from './virtual-list.module.css';

type Props<T> = {
  items: readonly T[];
  /** One line, with the `key` that it is known by and with a link or a button, so that the keyboard gets there. */
  children: (item: T) => ReactElement;
};

/** A list that may have thousands of lines: it scrolls by itself, and only the lines in sight are in the page. */
export function VirtualList<T>({ items, children }: Props<T>) {
  return (
    <div className={classes.scroller}>
      <Virtualizer as="ul" item="li" data={items}>
        {children}
      </Virtualizer>
    </div>
  );
}
