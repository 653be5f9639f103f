import { formatFileSize } from '@congso/language/file-sizes';
import type { Translate } from '@congso/language/translate';
import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { sentenceOf } from '../../lib/ask-error.ts';
import { useLanguage, useSay } from '../../lib/language.ts';
import classes from './files.module.css';
import { isOnItsWay, isStuck, type Upload } from './sending/upload.ts';
import { removeUpload, replaceUpload, retryUpload } from './sending/upload-store.ts';

/** One file on its way: how far it is, what it waits for, how to stop it or to bring it on its way again. */
export function UploadRow({ upload, onRemove = removeUpload }: { upload: Upload; onRemove?: (key: string) => void }) {
  const say = useSay();
  const language = useLanguage();
  const { key, name, sentBytes, state } = upload;
  const percent = upload.size === 0 ? 100 : Math.floor((sentBytes / upload.size) * 100);
  const size = formatFileSize(upload.size, language);
  return (
    <li className={classes.file} data-stuck={isStuck(upload)}>
      <IconFile size={20} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        <div className={classes.detail} role="status">
          {state === 'uploading' ? say('files.progress', { percent, size }) : `${stateOf(upload, say)} · ${size}`}
        </div>
        {(state === 'uploading' || state === 'waiting') && (
          <Progress value={percent} size="xs" aria-label={name} mt={4} />
        )}
      </div>
      {state === 'refused' && (
        <Button size="compact-sm" variant="default" onClick={() => retryUpload(key)}>
          {say('frame.action.retry')}
        </Button>
      )}
      {(state === 'lost' || state === 'unreadable') && <ChooseAgain upload={upload} />}
      <ActionIcon
        variant="subtle"
        color="gray"
        onClick={() => onRemove(key)}
        aria-label={`${say(isOnItsWay(upload) ? 'files.action.cancel' : 'files.action.remove')}: ${name}`}
      >
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}

function stateOf({ state, error }: Upload, say: Translate): string {
  if (state === 'waiting' && error) return say('files.waitingBecause', { reason: sentenceOf(error, say) });
  return `${say(`files.state.${state}`)}${error ? `: ${sentenceOf(error, say)}` : ''}`;
}

function ChooseAgain({ upload: { key, name } }: { upload: Upload }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`${say('files.action.chooseAgain')}: ${name}`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) replaceUpload(key, file);
        }}
      />
      <Button size="compact-sm" variant="default" onClick={() => input.current?.click()}>
        {say('files.action.chooseAgain')}
      </Button>
    </>
  );
}
