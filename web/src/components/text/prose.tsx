import { LinkedText } from './linked-text.tsx';
import classes from './prose.module.css';

/** What somebody wrote, with its own line breaks; always text, never markup; its addresses can be followed. */
export function Prose({ text }: { text: string }) {
  return (
    <p className={classes.prose}>
      <LinkedText text={text} />
    </p>
  );
}
