import { formatFileSize } from '@congso/language/file-sizes';
import { ActionIcon } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import classes from '../../../components/files/files.module.css';
import { uploadStore } from '../../../components/files/sending/upload-store.ts';
import { UploadRow } from '../../../components/files/upload-row.tsx';
import { useLanguage, useSay } from '../../../lib/language.ts';
import type { PendingFile } from '../log/conversation-log.ts';

/** A file of a message that is not sent: on its way, or there; it can be taken out of what was refused. */
export function PendingFileRow({ file, onRemove }: { file: PendingFile; onRemove: ((key: string) => void) | null }) {
  const say = useSay();
  const language = useLanguage();
  const upload = useStore(uploadStore, ({ uploads }) => uploads.find(({ key }) => key === file.key));
  if (upload) return <UploadRow upload={upload} {...(onRemove && { onRemove })} />;
  const size = formatFileSize(file.size, language);
  return (
    <li className={classes.file} data-stuck={file.isRefused === true}>
      <IconFile size={20} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <div className={classes.name}>{file.name}</div>
        <div className={classes.detail}>{file.id === null ? `${say('files.elsewhere')} · ${size}` : size}</div>
      </div>
      {onRemove !== null && (
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => onRemove(file.key)}
          aria-label={`${say('files.action.remove')}: ${file.name}`}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}
