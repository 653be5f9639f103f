import type { SentFact } from '@congso/contract/chat';
import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import { IconChecklist, IconCopy, IconCornerUpLeft, IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ComponentPropsWithRef, useEffect, useRef, useState } from 'react';
import { ActionMenu } from '../../../components/menu/action-menu.tsx';
import { CopyButton } from '../../../components/states/copy-button.tsx';
import { useSay } from '../../../lib/language.ts';
import classes from './messages.module.css';

type Props = { fact: SentFact; onReply: (seq: number) => void };

/**
 * What can be done with a message. A menu of each message, opened or not, took most of what scrolling costs; so until
 * it is asked for there is only its button.
 */
export function MessageMenu(props: Props) {
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <AskedMenu {...props} />;
  return <MenuButton aria-haspopup="menu" aria-expanded={false} onClick={() => setIsAsked(true)} />;
}

function MenuButton(props: Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps>) {
  const say = useSay();
  return (
    <ActionIcon
      {...props}
      className={classes.menu}
      variant="subtle"
      color="gray"
      aria-label={say('chat.messageActions')}
    >
      <IconDots size={18} aria-hidden="true" />
    </ActionIcon>
  );
}

function AskedMenu({ fact, onReply }: Props) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // It opens once its button, which took the place of the one that was pressed, has the focus: there it returns.
  useEffect(() => {
    button.current?.focus();
    setIsOpen(true);
  }, []);
  return (
    <ActionMenu opened={isOpen} onChange={setIsOpen} button={<MenuButton ref={button} />}>
      <Menu.Item leftSection={<IconCornerUpLeft size={16} aria-hidden="true" />} onClick={() => onReply(fact.seq)}>
        {say('chat.action.reply')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconChecklist size={16} aria-hidden="true" />}
        component={Link}
        to={`/tasks/new?conversation=${fact.conversationId}&seq=${fact.seq}`}
      >
        {say('chat.action.makeTask')}
      </Menu.Item>
      {fact.text !== '' && (
        <CopyButton value={fact.text}>
          {({ copy }) => (
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={copy}>
              {say('frame.action.copy')}
            </Menu.Item>
          )}
        </CopyButton>
      )}
    </ActionMenu>
  );
}
