import type { MailAction, OpenedMail } from '@congso/contract/mail';
import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconInbox, IconShieldLock, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmReason } from '../../../components/states/confirm-dialog.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** What is decided otherwise than to register; what nothing undoes stands elsewhere. */
type Decision = Exclude<MailAction, 'register' | 'destroy'>;
const isDecision = (action: MailAction): action is Decision => action !== 'register' && action !== 'destroy';

const ICONS = { refuse: IconX, setAside: IconInbox, quarantine: IconShieldLock, takeBack: IconArrowBackUp } as const;

/** Decides otherwise than to register, always with a reason that goes on record. */
export function DecideActions({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const [chosen, setChosen] = useState<Decision | null>(null);
  const decisions = mail.actions.filter(isDecision);
  const [only] = decisions;
  if (only === undefined) return null;
  const OnlyIcon = ICONS[only];
  return (
    <>
      {decisions.length === 1 ? (
        <Button
          variant="default"
          leftSection={<OnlyIcon size={16} aria-hidden="true" />}
          onClick={() => setChosen(only)}
        >
          {say(`mail.action.${only}`)}
        </Button>
      ) : (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
              {say('mail.otherDecision')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {decisions.map((decision) => {
              const Icon = ICONS[decision];
              return (
                <Menu.Item
                  key={decision}
                  leftSection={<Icon size={16} aria-hidden="true" />}
                  onClick={() => setChosen(decision)}
                >
                  {say(`mail.action.${decision}`)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
      {chosen !== null && <DecisionDialog mail={mail} decision={chosen} onClose={() => setChosen(null)} />}
    </>
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
  const command = useCommand(COMMANDS[decision], { changes: ['mail'], onDone: onClose });
  return (
    <ConfirmReason
      onClose={onClose}
      title={say(`mail.${decision}Title`, { subject: mail.subject || say('mail.noSubject') })}
      label={say('documents.reason')}
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
