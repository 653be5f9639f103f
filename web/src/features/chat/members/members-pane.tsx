import type { Conversation } from '@congso/contract/chat';
import { LIMITS } from '@congso/contract/limits';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconUserMinus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PaneHeader } from '../../../components/layout/pane-header.tsx';
import { PeoplePicker } from '../../../components/people/people-picker.tsx';
import { PersonLine } from '../../../components/people/person-name.tsx';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useMe } from '../../../office/me.ts';
import { useNameOf } from '../../../office/people.ts';
import { keepConversation } from '../held-conversations.ts';
import { usePresence } from '../use-presence.ts';
import { LeaveButton } from './leave-group.tsx';
import classes from './members.module.css';

/** Who is in the conversation; and who manages a group changes it here. */
export function MembersPane({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const say = useSay();
  const queries = useQueryClient();
  const nameOf = useNameOf();
  const myId = useMe().person.id;
  const online = usePresence(conversation.memberIds);
  const [leaving, setLeaving] = useState<string | null>(null);
  const keep = { onDone: (changed: Conversation) => keepConversation(queries, changed) };
  const isManaged = conversation.kind === 'group' && conversation.canManage;
  const { memberIds } = conversation;
  return (
    <>
      <PaneHeader
        level={2}
        title={say('chat.members')}
        detail={say('people.count', { count: memberIds.length })}
        actions={
          <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={say('frame.action.close')}>
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        }
      />
      {isManaged && <RenameForm conversation={conversation} {...keep} />}
      {isManaged && <AddForm conversation={conversation} {...keep} />}
      <ul className={classes.members}>
        {memberIds.map((personId) => (
          <li key={personId} className={classes.member}>
            <Link to="/directory/$personId" params={{ personId }} className={classes.person}>
              <PersonLine personId={personId} isOnline={online.has(personId)} />
            </Link>
            {isManaged && personId !== myId && (
              <ActionIcon
                variant="subtle"
                color="red"
                onClick={() => setLeaving(personId)}
                aria-label={`${say('chat.action.removeMember')}: ${nameOf(personId)}`}
              >
                <IconUserMinus size={18} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {conversation.kind === 'group' && <LeaveButton conversation={conversation} />}
      {leaving !== null && (
        <RemoveMember conversation={conversation} personId={leaving} {...keep} onClose={() => setLeaving(null)} />
      )}
    </>
  );
}

type FormProps = { conversation: Conversation; onDone: (changed: Conversation) => void };

type RemoveProps = FormProps & { personId: string; onClose: () => void };

function RemoveMember({ conversation, personId, onDone, onClose }: RemoveProps) {
  const say = useSay();
  const name = useNameOf()(personId);
  const remove = useCommand('conversations.removeMember', {
    onDone: (changed) => {
      onDone(changed);
      onClose();
      showDone(say('chat.told.removed', { name, group: conversation.name ?? '' }), {
        command: 'conversations.addMembers',
        input: { conversationId: conversation.id, memberIds: [personId] },
        changes: ['conversation'],
      });
    },
  });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('chat.action.removeMember')}: ${name}?`}
      action={say('chat.action.removeMember')}
      isDestructive
      isRunning={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ conversationId: conversation.id, personId })}
    />
  );
}

function RenameForm({ conversation, onDone }: FormProps) {
  const say = useSay();
  const [name, setName] = useState(conversation.name ?? '');
  const rename = useCommand('conversations.rename', {
    onDone: (changed) => {
      onDone(changed);
      showDone(say('chat.told.renamed', { group: changed.name ?? '' }), {
        command: 'conversations.rename',
        input: { conversationId: conversation.id, name: conversation.name ?? '' },
        changes: ['conversation'],
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ conversationId: conversation.id, name });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={say('chat.groupName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={LIMITS.conversationName}
      />
      {name.trim() !== '' && name !== conversation.name && (
        <Button type="submit" size="xs" loading={rename.isPending}>
          {say('chat.action.rename')}
        </Button>
      )}
      <Refused error={rename.error} />
    </form>
  );
}

function AddForm({ conversation, onDone }: FormProps) {
  const say = useSay();
  const nameOf = useNameOf();
  const [memberIds, setMemberIds] = useState<string[]>([]);
  const add = useCommand('conversations.addMembers', {
    onDone: (changed, { memberIds: added }) => {
      setMemberIds([]);
      onDone(changed);
      const names = added.map(nameOf).join(', ');
      const [only, ...others] = added;
      showDone(
        say('chat.told.added', { names, group: conversation.name ?? '' }),
        only !== undefined && others.length === 0
          ? {
              command: 'conversations.removeMember',
              input: { conversationId: conversation.id, personId: only },
              changes: ['conversation'],
            }
          : undefined,
      );
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ conversationId: conversation.id, memberIds });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <PeoplePicker
        label={say('chat.action.addMembers')}
        value={memberIds}
        onChange={setMemberIds}
        without={conversation.memberIds}
      />
      {memberIds.length > 0 && (
        <Button type="submit" size="xs" loading={add.isPending}>
          {say('frame.action.add')}
        </Button>
      )}
      <Refused error={add.error} />
    </form>
  );
}
