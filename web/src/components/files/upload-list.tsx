import { formatFileSize } from '@congso/language/file-sizes';
import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { sentenceOf } from '../../lib/ask-error.ts';
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
        const { key, name, sentBytes, state, error } = upload;
        const percent = upload.size === 0 ? 100 : Math.floor((sentBytes / upload.size) * 100);
        const size = formatFileSize(upload.size, language);
        return (
          <li key={key} className={classes.file}>
            <IconFile size={20} aria-hidden="true" className={classes.icon} />
            <div className={classes.words}>
              <div className={classes.name}>{name}</div>
              <div className={classes.detail} role="status">
                {state === 'uploading'
                  ? say('files.progress', { percent, size })
                  : `${say(`files.state.${state}`)}${error ? `: ${sentenceOf(error, say)}` : ''} · ${size}`}
              </div>
              {state === 'uploading' && <Progress value={percent} size="xs" aria-label={name} mt={4} />}
            </div>
            {state === 'failed' && (
              <Button size="compact-sm" variant="default" onClick={() => retry(key)}>
                {say('frame.action.retry')}
              </Button>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => remove(key)}
              aria-label={`${say(state === 'uploading' ? 'files.action.cancel' : 'files.action.remove')}: ${name}`}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
