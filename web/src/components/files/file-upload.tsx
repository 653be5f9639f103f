import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useSay } from '../../lib/language.ts';
import classes from './files.module.css';
import type { Uploads } from './sending/use-uploads.ts';
import { useFileTarget } from './taking/file-targets.ts';
import { UploadList } from './upload-list.tsx';

/**
 * The files of a form: chosen, pasted, or dropped on it, sent at once, listed with their progress.
 * `const uploads = useUploads('notice'); <FileUpload uploads={uploads} />`, and `uploads.fileIds` in the command.
 */
export function FileUpload({ uploads, accept }: { uploads: Uploads; accept?: string }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const zone = useFileTarget<HTMLDivElement>(uploads);
  return (
    <div ref={zone} className={classes.drop}>
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
      <UploadList uploads={uploads} saysWhatItWaitsFor />
    </div>
  );
}
