import { codeOf } from '@congso/language/document-code';
import { IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { arrivalOf, sayMeeting, typeNameOf } from '../../components/documents/document-words.ts';
import { FileList } from '../../components/files/file-list.tsx';
import { isPdf, PdfView } from '../../components/files/pdf-view.tsx';
import { Section } from '../../components/layout/page.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { isWithheld } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { useDocument } from './documents-queries.ts';
import classes from './source-letter.module.css';

/** The letter a task came from: its number, whose it is, its PDF; nothing for who may read the task and not the letter. */
export function SourceLetter({ documentId }: { documentId: string }) {
  const say = useSay();
  const letter = useDocument(documentId);
  if (isWithheld(letter.error)) return null;
  return (
    <Section title={say('tasks.source.document')}>
      <Loaded query={letter} skeleton={<ListSkeleton rows={1} />}>
        {(document) => {
          const pdf = document.files.find(isPdf);
          return (
            <>
              <Link className={classes.letter} to="/documents/$documentId" params={{ documentId }}>
                <IconFileText size={20} aria-hidden="true" />
                <span>
                  <span className={classes.subject}>{document.subject}</span>
                  <span className={classes.detail}>
                    <span>
                      {say('documents.field.arrivalNumber')} {arrivalOf(document)}
                    </span>
                    <span>{[typeNameOf(document, say), codeOf(document)].filter(Boolean).join(' ')}</span>
                    <span>{document.issuer}</span>
                    {document.meeting && <span>{sayMeeting(document.meeting, say)}</span>}
                  </span>
                </span>
              </Link>
              <FileList files={document.files} />
              {pdf && (
                <div className={classes.viewer}>
                  <PdfView file={pdf} />
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
