import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useSay } from '../../../lib/language.ts';
import type { ConversationLog } from '../log/conversation-log.ts';
import classes from './list.module.css';

/** Up to the first unread message, while it is not in the page. */
export function ToUnread({ unread, onGo }: { unread: number; onGo: () => void }) {
  const say = useSay();
  return (
    <Button
      className={classes.toUnread}
      size="compact-sm"
      leftSection={<IconArrowUp size={14} aria-hidden="true" />}
      onClick={onGo}
    >
      {say('chat.unread', { count: unread })}
    </Button>
  );
}

/** Down to the newest message, and how many came since one scrolled up. */
export function ToEnd({ log, myId, onGo }: { log: ConversationLog; myId: string; onGo: () => void }) {
  const say = useSay();
  const [leftAt] = useState(log.facts.at(-1)?.seq ?? 0);
  const since = log.facts.slice(Math.max(0, leftAt + 1 - (log.facts[0]?.seq ?? 0)));
  const arrived = since.filter(({ kind, authorId }) => kind === 'sent' && authorId !== myId).length;
  return (
    <Button
      className={classes.toEnd}
      size="compact-sm"
      variant={arrived > 0 ? 'filled' : 'default'}
      leftSection={<IconArrowDown size={14} aria-hidden="true" />}
      onClick={onGo}
    >
      {arrived > 0 ? say('chat.newMessages', { count: arrived }) : say('chat.action.jumpToNewest')}
    </Button>
  );
}
