import type { OpenedDocument } from '@congso/contract/documents';
import { formatCivilDate, formatDateTime } from '@congso/language/dates';
import { codeOf } from '@congso/language/document-code';
import { sayMeeting, typeNameOf } from '../../../components/documents/document-words.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { Section } from '../../../components/layout/page.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { LinkedText } from '../../../components/text/linked-text.tsx';
import { useSay } from '../../../lib/language.ts';
import { DocumentActions } from './act/document-actions.tsx';
import classes from './document.module.css';
import { NumberStamp } from './number-stamp.tsx';
import { SlipTimeline } from './slip-timeline.tsx';

type Props = {
  document: OpenedDocument;
  /** The act whose dialog is to be open, and what is called when it is. */
  asked?: string | undefined;
  onAsked?: () => void;
};

/** What I can do, what the register holds, and how the document went from hand to hand. */
export function DocumentSlip({ document, asked, onAsked }: Props) {
  const say = useSay();
  return (
    <>
      <DocumentActions document={document} asked={asked} {...(onAsked && { onAsked })} />
      <div className={classes.head}>
        <NumberStamp document={document} />
        <div className={classes.facts}>
          <Facts
            facts={[
              { label: say('documents.field.issuer'), value: document.issuer },
              { label: say('documents.field.numberAndNotation'), value: codeOf(document) },
              { label: say('documents.field.type'), value: typeNameOf(document, say) },
              {
                label: say('documents.field.issuedDate'),
                value: document.issuedDate && formatCivilDate(document.issuedDate),
              },
              { label: say('documents.meetingLabel'), value: document.meeting && sayMeeting(document.meeting, say) },
              {
                label: say('documents.field.dueInLetter'),
                value: document.dueInLetter && formatCivilDate(document.dueInLetter),
              },
              { label: say('documents.field.due'), value: document.dueDate && formatCivilDate(document.dueDate) },
              { label: say('documents.field.note'), value: document.note && <LinkedText text={document.note} /> },
              {
                label: say('documents.state.registered'),
                value: document.registeredAt && formatDateTime(document.registeredAt),
              },
              {
                label: say('documents.arrivedBy'),
                value: say(document.mailId === null ? 'documents.fromPaper' : 'documents.fromMail'),
              },
            ]}
          />
        </div>
      </div>
      <Section title={say('documents.slip')}>
        {document.slip === null || document.slip.steps.length === 0 ? (
          <EmptyState title={say('documents.noSlip')} />
        ) : (
          <SlipTimeline slip={document.slip} />
        )}
      </Section>
    </>
  );
}
