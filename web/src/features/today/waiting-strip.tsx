import type { TodayItem } from '@congso/contract/sync';
import { Button } from '@mantine/core';
import { useSay } from '../../lib/language.ts';
import { type Wait, waitsOf } from './sections.ts';
import classes from './today.module.css';

type Props = {
  items: readonly TodayItem[];
  now: number;
  /** Of which alone the rows are shown; null for all. */
  chosen: Wait | null;
  onChoose: (wait: Wait | null) => void;
};

/** "8 chờ bút phê · 1 xác nhận": what waits, in a glance; each shows its rows alone, and once more all. */
export function WaitingStrip({ items, now, chosen, onChoose }: Props) {
  const say = useSay();
  const waits = waitsOf(items, now);
  if (waits.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's, with a legend that is seen
    <div role="group" aria-label={say('today.strip')} className={classes.strip}>
      {waits.map(({ wait, count }) => (
        <Button
          key={wait}
          variant="default"
          size="compact-md"
          radius="xl"
          className={classes.wait}
          data-wait={wait}
          aria-pressed={chosen === wait}
          onClick={() => onChoose(chosen === wait ? null : wait)}
        >
          {say(`today.waits.${wait}`, { count })}
        </Button>
      ))}
      {chosen !== null && (
        <Button variant="subtle" color="gray" size="compact-md" onClick={() => onChoose(null)}>
          {say('today.showAll')}
        </Button>
      )}
    </div>
  );
}
