import type { OpenedDocument } from '@congso/contract/documents';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconForbid2 } from '@tabler/icons-react';
import { useState } from 'react';
import { arrivalOf } from '../../../components/documents/document-words.ts';
import { ActionMenu } from '../../../components/menu/action-menu.tsx';
import { ConfirmReason, useReason } from '../../../components/states/confirm-dialog.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** The undo of a register in ink: the number is struck out with the reason, and stays. */
export function VoidNumber({ document }: { document: OpenedDocument }) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <ActionMenu
        button={
          <ActionIcon variant="default" size="lg" aria-label={say('frame.action.more')}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        }
      >
        <Menu.Item
          color="red"
          leftSection={<IconForbid2 size={16} aria-hidden="true" />}
          onClick={() => setIsAsking(true)}
        >
          {say('documents.action.void')}
        </Menu.Item>
      </ActionMenu>
      {isAsking && <VoidDialog document={document} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function VoidDialog({ document, onClose }: { document: OpenedDocument; onClose: () => void }) {
  const say = useSay();
  const { draft, onDone } = useReason(`void:${document.id}`, onClose);
  const command = useCommand('documents.void', { changes: ['document', 'mail'], onDone });
  return (
    <ConfirmReason
      onClose={onClose}
      title={say('documents.voidTitle', { number: arrivalOf(document) })}
      label={say('documents.voidReason')}
      draft={draft}
      action={say('documents.action.void')}
      isDestructive
      isRunning={command.isPending}
      error={command.error}
      onConfirm={(reason) => command.mutate({ documentId: document.id, reason })}
    >
      {say('documents.voidHint')}
    </ConfirmReason>
  );
}
