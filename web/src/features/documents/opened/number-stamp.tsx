import type { OfficialDocument } from '@congso/contract/documents';
import { formatCivilDate } from '@congso/language/dates';
import { useSay } from '../../../lib/language.ts';
import { useMe } from '../../../office/me.ts';
import classes from './document.module.css';

type Props = { document: Pick<OfficialDocument, 'arrivalNumber' | 'arrivalDate' | 'state'> };

/** The arrival stamp as it stands on a paper letter: agency, ĐẾN, number, date (Decree 30/2020, annex IV). */
export function NumberStamp({ document: { arrivalNumber, arrivalDate, state } }: Props) {
  const say = useSay();
  const { officeName } = useMe();
  return (
    <div className={classes.stamp} data-voided={state === 'voided'}>
      <div className={classes.stampOffice}>{officeName}</div>
      <div className={classes.stampWord}>{say('documents.stamp')}</div>
      <dl className={classes.stampLines}>
        <dt>{say('documents.field.arrivalNumber')}</dt>
        <dd className={classes.stampNumber}>{arrivalNumber}</dd>
        <dt>{say('documents.field.arrivalDate')}</dt>
        <dd>{arrivalDate && formatCivilDate(arrivalDate)}</dd>
      </dl>
    </div>
  );
}
