import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useSay } from '../../lib/language.ts';
import classes from './files.module.css';
import { UploadList } from './upload-list.tsx';
import type { Uploads } from './use-uploads.ts';

/**
 * The files of a form: chosen or dropped here, sent at once, listed with their progress.
 * `const uploads = useUploads('notice'); <FileUpload uploads={uploads} />`, and `uploads.fileIds` in the command.
 */
export function FileUpload({ uploads, accept }: { uploads: Uploads; accept?: string }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for mice; the button in it is for everyone
    <div
      className={classes.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        {...(accept && { accept })}
        onChange={(event) => {
          uploads.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPaperclip size={16} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {say('chat.action.attach')}
      </Button>
      <span className={classes.detail}>{say('files.dropHere')}</span>
      <UploadList {...uploads} />
    </div>
  );
}
