import { LIMITS } from '@congso/contract/limits';
import { Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { Page } from '../../../components/layout/page.tsx';
import { PeoplePicker } from '../../../components/people/people-picker.tsx';
import { CompleteKey } from '../../../components/states/complete-key.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useMe } from '../../../office/me.ts';
import { keepConversation } from '../held-conversations.ts';
import { addressOfConversation, useOpenDirect } from '../open-conversation.tsx';

/** With one colleague the conversation of two; with several a group, which needs a name. */
export function NewConversation() {
  const say = useSay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const myId = useMe().person.id;
  const [memberIds, setMemberIds] = useState<string[]>([]);
  const [name, setName] = useState('');
  const openDirect = useOpenDirect({ replace: true });
  const createGroup = useCommand('conversations.createGroup', {
    onDone: (conversation) => {
      keepConversation(queries, conversation);
      void navigate({ to: addressOfConversation(conversation.id), replace: true });
    },
  });
  const [onlyId] = memberIds;
  const isGroup = memberIds.length > 1 || name.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGroup) createGroup.mutate({ name, memberIds });
    else if (onlyId !== undefined) openDirect.mutate(onlyId);
  };
  return (
    <Page title={say('chat.newConversation')} backTo="/chat">
      <form onSubmit={submit}>
        <Stack maw="32rem">
          <PeoplePicker
            label={say('chat.members')}
            description={say('chat.newHint')}
            value={memberIds}
            onChange={setMemberIds}
            without={[myId]}
            isRequired
          />
          {memberIds.length > 0 && (
            <TextInput
              label={say('chat.groupName')}
              {...(memberIds.length === 1 && { description: say('chat.groupNameHint') })}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={LIMITS.conversationName}
              required={memberIds.length > 1}
              withAsterisk={false}
            />
          )}
          <Refused error={createGroup.error ?? openDirect.error} />
          <GuardedButton
            type="submit"
            whyNot={whatIsMissing(say, {
              [say('chat.members')]: memberIds.length === 0,
              [say('chat.groupName')]: memberIds.length > 1 && name.trim() === '',
            })}
            loading={createGroup.isPending || openDirect.isPending}
            style={{ alignSelf: 'start' }}
          >
            {say(isGroup ? 'chat.action.createGroup' : 'people.action.message')}
          </GuardedButton>
          <CompleteKey />
        </Stack>
      </form>
    </Page>
  );
}
