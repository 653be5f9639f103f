import classes from './prose.module.css';

/** What somebody wrote, with its own line breaks; always text, never markup. */
export function Prose({ text }: { text: string }) {
  return <p className={classes.prose}>{text}</p>;
}
