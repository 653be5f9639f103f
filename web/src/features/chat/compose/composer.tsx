import { LIMITS } from '@congso/contract/limits';
import { ActionIcon, Textarea } from '@mantine/core';
import { IconPaperclip, IconSend2, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { GuardedIcon } from '../../../components/buttons/guarded-button.tsx';
import { UploadList } from '../../../components/files/upload-list.tsx';
import { useUploads } from '../../../components/files/use-uploads.ts';
import { useSay } from '../../../lib/language.ts';
import { useMe } from '../../../office/me.ts';
import { useDraft } from '../../../office/use-draft.ts';
import { logStoreOf } from '../log/log-stores.ts';
import { sendMessage } from '../log/send-message.ts';
import { Quote } from '../messages/quote.tsx';
import classes from './composer.module.css';
import { showTyping, useTyping } from './typing.ts';

type Props = {
  conversationId: string;
  name: string;
  replyTo: number | null;
  onReplyDone: () => void;
  /** Where writing is what one came for. */
  takesFocus?: boolean;
};

const NOTHING = { text: '' };

/** Elsewhere the focus would open the keyboard of the screen, which has no Shift+Enter, over what one came to read. */
const hasKeyboard = (): boolean => window.matchMedia('(hover: hover)').matches;

/**
 * Where one writes: Enter sends, Shift+Enter begins a new line; without a keyboard Enter begins a line, and only the
 * button sends. What was typed stays when one leaves.
 */
export function Composer({ conversationId, name, replyTo, onReplyDone, takesFocus = false }: Props) {
  const say = useSay();
  const myId = useMe().person.id;
  const [{ text }, change, discard] = useDraft(`message:${conversationId}`, NOTHING);
  const uploads = useUploads(`conversation:${conversationId}`);
  const typing = useTyping(conversationId);
  const input = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const said = text.trim();
  const canSend = (said !== '' || uploads.fileIds.length > 0) && !uploads.isUploading;

  useEffect(() => {
    if (takesFocus && hasKeyboard()) input.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (replyTo !== null) input.current?.focus();
  }, [replyTo]);

  const write = (written: string) => {
    if (written === '') return discard();
    change({ text: written });
    showTyping(conversationId);
  };
  const send = () => {
    if (!canSend) return;
    const files = uploads.uploads.flatMap(({ name, size, fileId }) =>
      fileId === null ? [] : [{ id: fileId, name, size }],
    );
    sendMessage(conversationId, { authorId: myId, text: said, files, replyTo });
    discard();
    uploads.clear();
    onReplyDone();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a word (Telex, VNI), Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && hasKeyboard()) {
      event.preventDefault();
      send();
    }
    if (event.key === 'Escape' && replyTo !== null) onReplyDone();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    uploads.add([...event.clipboardData.files]);
  };

  return (
    <form
      className={classes.composer}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        uploads.add([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.typing} aria-hidden="true">
        {typing}
      </div>
      {replyTo !== null && (
        <div className={classes.reply}>
          <Quote conversationId={conversationId} log={logStoreOf(conversationId).getState().log} seq={replyTo} />
          <ActionIcon variant="subtle" color="gray" onClick={onReplyDone} aria-label={say('frame.action.cancel')}>
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      )}
      <UploadList {...uploads} />
      <div className={classes.line}>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            uploads.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="input-md"
          onClick={() => chooser.current?.click()}
          aria-label={say('chat.action.attach')}
        >
          <IconPaperclip size={20} aria-hidden="true" />
        </ActionIcon>
        <Textarea
          ref={input}
          className={classes.text ?? ''}
          aria-label={say('chat.placeholder', { name })}
          placeholder={say('chat.write')}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          maxLength={LIMITS.messageLength}
          autosize
          minRows={1}
          maxRows={8}
          size="md"
        />
        <GuardedIcon
          type="submit"
          size="input-md"
          variant="filled"
          whyNot={canSend ? null : say(uploads.isUploading ? 'frame.why.uploading' : 'chat.nothingToSend')}
          aria-label={say('frame.action.send')}
        >
          <IconSend2 size={20} aria-hidden="true" />
        </GuardedIcon>
      </div>
    </form>
  );
}
