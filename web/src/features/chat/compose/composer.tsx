import { LIMITS } from '@congso/contract/limits';
import { ActionIcon, Textarea } from '@mantine/core';
import { IconPaperclip, IconSend2, IconX } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { GuardedIcon } from '../../../components/buttons/guarded-button.tsx';
import { useUploads } from '../../../components/files/sending/use-uploads.ts';
import { useFileTarget } from '../../../components/files/taking/file-targets.ts';
import { UploadList } from '../../../components/files/upload-list.tsx';
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
  const zone = useFileTarget<HTMLFormElement>(uploads);
  const canSend = said !== '' || uploads.uploads.length > 0;
  const whyNot = uploads.isStuck
    ? say('files.stuck')
    : uploads.isComingBack
      ? say('frame.why.uploading')
      : canSend
        ? null
        : say('chat.nothingToSend');

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
    // What is stuck needs its sender, and the list of files says so. The rest follows the message by itself.
    if (!canSend || uploads.isStuck || uploads.isComingBack) return;
    sendMessage(conversationId, { authorId: myId, text: said, replyTo }, uploads.uploads);
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
  return (
    <form
      ref={zone}
      className={classes.composer}
      data-drop-hint={say('files.dropInto')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
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
      <UploadList uploads={uploads} />
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
          whyNot={whyNot}
          aria-label={say('frame.action.send')}
        >
          <IconSend2 size={20} aria-hidden="true" />
        </GuardedIcon>
      </div>
    </form>
  );
}
