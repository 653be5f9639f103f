import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

const chatRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/chat',
  component: lazyPage(() => import('../../features/chat/chat-page.tsx'), 'ChatPage'),
});

const noConversationRoute = createRoute({
  getParentRoute: () => chatRoute,
  path: '/',
  component: lazyPage(() => import('../../features/chat/chat-page.tsx'), 'NoConversation'),
});

const newGroupRoute = createRoute({
  getParentRoute: () => chatRoute,
  path: '/new',
  component: lazyPage(() => import('../../features/chat/members/new-conversation.tsx'), 'NewConversation'),
});

const conversationRoute = createRoute({
  getParentRoute: () => chatRoute,
  path: '/$conversationId',
  /** `seq`: the message to show; `details`: the pane of the members. */
  validateSearch: (search: Record<string, unknown>): { seq?: number; details?: true } => ({
    ...(Number.isInteger(search.seq) && { seq: search.seq as number }),
    ...(search.details === true && { details: true as const }),
  }),
  component: lazyPage(() => import('../../features/chat/conversation-page.tsx'), 'ConversationPage'),
});

export const chatRoutes = [chatRoute.addChildren([noConversationRoute, newGroupRoute, conversationRoute])] as const;
