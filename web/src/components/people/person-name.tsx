import { fullName, shortName } from '@congso/language/names';
import { useSay } from '../../lib/language.ts';
import { usePerson } from '../../office/people.ts';
import { useUnit } from '../../office/units.ts';
import { ClosedAccount } from './closed-account.tsx';
import classes from './person.module.css';
import { PersonAvatar } from './person-avatar.tsx';

/** A person's name as text: the whole name, or the given name by which colleagues call one. */
export function PersonName({ personId, isShort = false }: { personId: string | null; isShort?: boolean }) {
  const person = usePerson(personId);
  const say = useSay();
  if (person === undefined) return '…';
  if (person === null) return say('people.unknown');
  return isShort ? shortName(person) : fullName(person);
}

type Props = { personId: string; isOnline?: boolean; size?: 'small' | 'medium' };

/** Avatar, whole name, that they have left if so, and under it title and unit: how a person is listed. */
export function PersonLine({ personId, isOnline = false, size = 'medium' }: Props) {
  const person = usePerson(personId);
  const unit = useUnit(person?.unitId ?? null);
  const detail = [person?.title, unit?.name].filter(Boolean).join(', ');
  return (
    <span className={classes.line}>
      <PersonAvatar personId={personId} isOnline={isOnline} size={size} />
      <span className={classes.words}>
        <span className={classes.name}>
          <PersonName personId={personId} /> <ClosedAccount personId={personId} />
        </span>
        {detail !== '' && size !== 'small' && <div className={classes.detail}>{detail}</div>}
      </span>
    </span>
  );
}
