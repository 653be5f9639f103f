import classes from './sorted-by.module.css';

/** By what a list is sorted, in words: what stands on top is no chance. */
export function SortedBy({ words }: { words: string }) {
  return <p className={classes.sorted}>{words}</p>;
}
