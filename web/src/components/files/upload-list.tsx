import { formatFileSize } from '@congso/language/file-sizes';
import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { useLanguage, useSay } from '../../lib/language.ts';
import classes from './files.module.css';
import type { Uploads } from './use-uploads.ts';

/** Files on their way: how far each is, and how to stop it or try again. */
export function UploadList({ uploads, remove, retry }: Pick<Uploads, 'uploads' | 'remove' | 'retry'>) {
  const say = useSay();
  const language = useLanguage();
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.list}>
      {uploads.map((upload) => {
        const { key, file, sentBytes, state } = upload;
        const percent = file.size === 0 ? 100 : Math.floor((sentBytes / file.size) * 100);
        const size = formatFileSize(file.size, language);
        return (
          <li key={key} className={classes.file}>
            <IconFile size={20} aria-hidden="true" className={classes.icon} />
            <div className={classes.words}>
              <div className={classes.name}>{file.name}</div>
              <div className={classes.detail} role="status">
                {state === 'uploading'
                  ? say('files.progress', { percent, size })
                  : `${say(`files.state.${state}`)} · ${size}`}
              </div>
              {state === 'uploading' && <Progress value={percent} size="xs" aria-label={file.name} mt={4} />}
            </div>
            {state === 'failed' && (
              <Button size="compact-sm" variant="default" onClick={() => retry(upload)}>
                {say('frame.action.retry')}
              </Button>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => remove(key)}
              aria-label={`${say(state === 'uploading' ? 'files.action.cancel' : 'files.action.remove')}: ${file.name}`}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
