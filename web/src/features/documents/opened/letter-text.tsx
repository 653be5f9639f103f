import type { OpenedDocument } from '@congso/contract/documents';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { Prose } from '../../../components/text/prose.tsx';
import { useSay } from '../../../lib/language.ts';
import classes from './letter-text.module.css';

type Props = { letter: NonNullable<OpenedDocument['letter']>; isCover: boolean };

/** The text of the mail the document came by: the letter itself, or what its files were sent with. Never as HTML. */
export function LetterText({ letter: { text, reading, keepsAddresses, warnings }, isCover }: Props) {
  const say = useSay();
  const title = useId();
  const doubts = warnings.map((warning) => say(`mail.warning.${warning}`));
  if (text !== '' && !keepsAddresses) doubts.push(say('documents.letter.addressesMissing'));
  return (
    <section className={classes.letter} aria-labelledby={title}>
      <h3 id={title} className={classes.title}>
        {say(isCover ? 'documents.letter.isCover' : 'documents.letter.isLetter')}
      </h3>
      {doubts.map((doubt) => (
        <p key={doubt} className={classes.doubt}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {doubt}
        </p>
      ))}
      {reading !== 'done' && <p className={classes.said}>{say(`documents.letter.${reading}`)}</p>}
      {reading === 'done' && text === '' && <p className={classes.said}>{say('documents.letter.empty')}</p>}
      {text !== '' && <Prose text={text} />}
    </section>
  );
}
