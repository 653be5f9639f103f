import type { chatCommands } from '@congso/contract/chat';
import { addMembers } from '@congso/domain/chat/groups/add-members';
import { createGroup } from '@congso/domain/chat/groups/create-group';
import { leaveConversation, removeMember } from '@congso/domain/chat/groups/remove-member';
import { renameConversation } from '@congso/domain/chat/groups/rename-conversation';
import { getConversation, listConversations } from '@congso/domain/chat/list-conversations';
import { openDirect } from '@congso/domain/chat/open-direct';
import { listMessages } from '@congso/domain/messages/list-messages';
import { markRead } from '@congso/domain/messages/reading/mark-read';
import { sendMessage } from '@congso/domain/messages/send-message';
import { listOnline } from '@congso/domain/presence/list-online';
import type { Handlers } from '../answering/handler.ts';

export const chatHandlers = {
  'conversations.list': listConversations,
  'conversations.get': getConversation,
  'conversations.openDirect': openDirect,
  'conversations.createGroup': createGroup,
  'conversations.rename': renameConversation,
  'conversations.addMembers': addMembers,
  'conversations.removeMember': removeMember,
  'conversations.leave': leaveConversation,
  'conversations.markRead': markRead,
  'messages.send': sendMessage,
  'messages.list': listMessages,
  'presence.list': listOnline,
} satisfies Handlers<keyof typeof chatCommands>;
