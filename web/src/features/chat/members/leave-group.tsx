import type { Conversation } from '@congso/contract/chat';
import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** Leaves a group, after being asked. */
export function LeaveButton({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Stack p="md">
      <Button variant="default" color="red" onClick={() => setIsAsking(true)}>
        {say('chat.action.leave')}
      </Button>
      {isAsking && <Leave conversation={conversation} onClose={() => setIsAsking(false)} />}
    </Stack>
  );
}

function Leave({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const leave = useCommand('conversations.leave', {
    changes: ['conversation'],
    onDone: () => void navigate({ to: '/chat', replace: true }),
  });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('chat.action.leave')}: ${conversation.name ?? ''}?`}
      action={say('chat.action.leave')}
      isDestructive
      isRunning={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate({ conversationId: conversation.id })}
    />
  );
}
