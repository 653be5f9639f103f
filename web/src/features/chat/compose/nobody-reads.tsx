import { IconUserOff } from '@tabler/icons-react';
import { useSay } from '../../../lib/language.ts';
import classes from './composer.module.css';

/** Said where one would write, when nobody would read it. `name`: the other one of two; null in a group. */
export function NobodyReads({ name }: { name: string | null }) {
  const say = useSay();
  return (
    <p className={classes.nobody} role="note">
      <IconUserOff size={18} aria-hidden="true" />
      <span>{name === null ? say('chat.nobodyReadsGroup') : say('chat.nobodyReads', { name })}</span>
    </p>
  );
}
