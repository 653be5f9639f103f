import type { Person } from '@congso/contract/people';
import { initialOf } from '@congso/language/names';
import { usePerson } from '../../office/people.ts';
import classes from './person.module.css';

const HUES = 8;

/** The same person has the same colour everywhere. */
function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

type Props = { personId: string; size?: 'small' | 'medium' | 'large'; isOnline?: boolean };

/** A round sign with the initial of the given name. Decoration: the name always stands beside it. */
export function PersonAvatar({ personId, size = 'medium', isOnline = false }: Props) {
  const person: Person | null | undefined = usePerson(personId);
  return (
    <span
      className={classes.avatar}
      data-size={size}
      data-hue={hueOf(personId)}
      data-left={person?.isActive === false}
      aria-hidden="true"
    >
      {person ? initialOf(person) : '·'}
      {isOnline && <span className={classes.online} />}
    </span>
  );
}
