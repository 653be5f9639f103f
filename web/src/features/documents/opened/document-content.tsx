import type { OpenedDocument } from '@congso/contract/documents';
import { Button, SegmentedControl } from '@mantine/core';
import { IconMailDown } from '@tabler/icons-react';
import { useState } from 'react';
import { FileList } from '../../../components/files/file-list.tsx';
import { isPdf, PdfView } from '../../../components/files/pdf-view.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { useSay } from '../../../lib/language.ts';
import classes from './document.module.css';
import { LetterText } from './letter-text.tsx';

/** The letter itself: its files and its PDF in the page, or the text of its mail where that is it; and the mail as it came. */
export function DocumentContent({ document: { files, letter, hasOriginal, mailId } }: { document: OpenedDocument }) {
  const say = useSay();
  const pdfs = files.filter(isPdf);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const shown = pdfs.find(({ id }) => id === chosenId) ?? pdfs[0];
  return (
    <>
      {files.length === 0 &&
        (letter ? <LetterText letter={letter} isCover={false} /> : <EmptyState title={say('documents.noFiles')} />)}
      <FileList files={files} />
      {hasOriginal && mailId !== null && (
        <Button
          component="a"
          href={`/mails/${encodeURIComponent(mailId)}/original`}
          variant="default"
          leftSection={<IconMailDown size={16} aria-hidden="true" />}
          style={{ alignSelf: 'start' }}
        >
          {say('documents.showOriginal')}
        </Button>
      )}
      {pdfs.length > 1 && shown && (
        <SegmentedControl
          aria-label={say('files.action.preview')}
          value={shown.id}
          onChange={setChosenId}
          data={pdfs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {shown && (
        <div className={classes.viewer}>
          <PdfView file={shown} />
        </div>
      )}
      {files.length > 0 && letter && <LetterText letter={letter} isCover={true} />}
    </>
  );
}
