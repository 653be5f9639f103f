import type { MailAction, OpenedMail } from '@congso/contract/mail';
import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconInbox, IconShieldLock, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionMenu } from '../../../components/menu/action-menu.tsx';
import { ConfirmReason, useReason } from '../../../components/states/confirm-dialog.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** What is decided otherwise than to register; what nothing undoes, and what needs no reason, stands elsewhere. */
type Decision = Exclude<MailAction, (typeof ELSEWHERE)[number]>;
const ELSEWHERE = ['register', 'readAgain', 'readAs', 'destroy'] as const;
const isDecision = (action: MailAction): action is Decision => !(ELSEWHERE as readonly MailAction[]).includes(action);

const ICONS = { refuse: IconX, setAside: IconInbox, quarantine: IconShieldLock, takeBack: IconArrowBackUp } as const;

/**
 * Decides otherwise than to register, always with a reason that goes on record. A dialog stays open when somebody else
 * has decided meanwhile: the server says so.
 */
export function DecideActions({ mail }: { mail: OpenedMail }) {
  const [chosen, setChosen] = useState<Decision | null>(null);
  return (
    <>
      <Decisions decisions={mail.actions.filter(isDecision)} onChoose={setChosen} />
      {chosen !== null && <DecisionDialog mail={mail} decision={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

type DecisionsProps = { decisions: readonly Decision[]; onChoose: (decision: Decision) => void };

/** One is a button, several are a menu. */
function Decisions({ decisions, onChoose }: DecisionsProps) {
  const say = useSay();
  const [only, ...others] = decisions;
  if (only === undefined) return null;
  const OnlyIcon = ICONS[only];
  if (others.length === 0) {
    return (
      <Button variant="default" leftSection={<OnlyIcon size={16} aria-hidden="true" />} onClick={() => onChoose(only)}>
        {say(`mail.action.${only}`)}
      </Button>
    );
  }
  return (
    <ActionMenu
      button={
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
          {say('mail.otherDecision')}
        </Button>
      }
    >
      {decisions.map((decision) => {
        const Icon = ICONS[decision];
        return (
          <Menu.Item
            key={decision}
            leftSection={<Icon size={16} aria-hidden="true" />}
            onClick={() => onChoose(decision)}
          >
            {say(`mail.action.${decision}`)}
          </Menu.Item>
        );
      })}
    </ActionMenu>
  );
}

const COMMANDS = {
  refuse: 'mails.refuse',
  setAside: 'mails.setAside',
  quarantine: 'mails.quarantine',
  takeBack: 'mails.takeBack',
} as const satisfies Record<Decision, string>;

type DialogProps = { mail: OpenedMail; decision: Decision; onClose: () => void };

function DecisionDialog({ mail, decision, onClose }: DialogProps) {
  const say = useSay();
  const { draft, onDone } = useReason(`${decision}:${mail.id}`, onClose);
  const command = useCommand(COMMANDS[decision], { changes: ['mail'], onDone });
  return (
    <ConfirmReason
      onClose={onClose}
      title={say(`mail.${decision}Title`, { subject: mail.subject || say('mail.noSubject') })}
      label={say('documents.reason')}
      draft={draft}
      action={say(`mail.action.${decision}`)}
      isDestructive={decision === 'quarantine'}
      isRunning={command.isPending}
      error={command.error}
      onConfirm={(reason) => command.mutate({ mailId: mail.id, reason })}
    >
      {decision === 'quarantine' && say('mail.quarantineHint')}
    </ConfirmReason>
  );
}
