import type { MailRule } from '@congso/contract/mail';
import { ActionIcon, Button, Table, Text } from '@mantine/core';
import { IconEdit, IconMailCog, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { UrgencyBadge } from '../../components/documents/urgency-badge.tsx';
import { Page } from '../../components/layout/page.tsx';
import { ConfirmDialog } from '../../components/states/confirm-dialog.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { listKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useUnits } from '../../office/units.ts';
import { RuleDialog } from './rule-dialog.tsx';

const rulesOptions = askOptions(listKeyOf('mail', 'rules'), 'mailRules.list', {});

/** The rules by which arriving mail is proposed a unit and an urgency, in the order they are tried. */
export function MailRulesPage() {
  const say = useSay();
  const asked = useQuery(rulesOptions);
  const [edited, setEdited] = useState<MailRule | 'new' | null>(null);
  const [removed, setRemoved] = useState<MailRule | null>(null);
  const nextOrder = Math.max(0, ...(asked.data?.rules ?? []).map(({ order }) => order)) + 1;
  return (
    <Page
      title={say('mail.rule.rules')}
      backTo="/administration"
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {say('mail.rule.add')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="md">
        {say('mail.rule.hint')}
      </Text>
      <Loaded query={asked} skeleton={<ListSkeleton />}>
        {({ rules }) =>
          rules.length > 0 ? (
            <RulesTable rules={rules} onEdit={setEdited} onRemove={setRemoved} />
          ) : (
            <EmptyState
              icon={<IconMailCog size={36} />}
              title={say('mail.rule.empty')}
              hint={say('mail.rule.emptyHint')}
            />
          )
        }
      </Loaded>
      {edited !== null && (
        <RuleDialog rule={edited === 'new' ? null : edited} nextOrder={nextOrder} onClose={() => setEdited(null)} />
      )}
      {removed !== null && <RemoveRule rule={removed} onClose={() => setRemoved(null)} />}
    </Page>
  );
}

function RemoveRule({ rule, onClose }: { rule: MailRule; onClose: () => void }) {
  const say = useSay();
  const remove = useCommand('mailRules.remove', { changes: ['mail'], onDone: onClose });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={say('mail.rule.remove', { name: rule.name })}
      action={say('frame.action.remove')}
      isDestructive
      isRunning={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ ruleId: rule.id })}
    >
      {say('mail.rule.removeHint')}
    </ConfirmDialog>
  );
}

type TableProps = {
  rules: readonly MailRule[];
  onEdit: (rule: MailRule) => void;
  onRemove: (rule: MailRule) => void;
};

function RulesTable({ rules, onEdit, onRemove }: TableProps) {
  const say = useSay();
  const { units } = useUnits();
  return (
    <div className="congso-scroll-x">
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('mail.rule.order')}</Table.Th>
            <Table.Th>{say('mail.rule.name')}</Table.Th>
            <Table.Th>{say('mail.rule.unit')}</Table.Th>
            <Table.Th>{say('mail.rule.urgency')}</Table.Th>
            <Table.Th aria-label={say('frame.action.edit')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={rule.id}>
              <Table.Td>{rule.order}</Table.Td>
              <Table.Td>
                <div>{rule.name}</div>
                <Text size="sm" c="dimmed">
                  {[
                    rule.senderDomain && say('mail.rule.whenSender', { domain: rule.senderDomain }),
                    rule.subjectWords && say('mail.rule.whenSubject', { words: rule.subjectWords }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>{units.find(({ id }) => id === rule.unitId)?.name}</Table.Td>
              <Table.Td>{rule.urgency && <UrgencyBadge urgency={rule.urgency} />}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap', textAlign: 'end' }}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  onClick={() => onEdit(rule)}
                  aria-label={`${say('frame.action.edit')}: ${rule.name}`}
                >
                  <IconEdit size={18} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  onClick={() => onRemove(rule)}
                  aria-label={`${say('frame.action.remove')}: ${rule.name}`}
                >
                  <IconTrash size={18} aria-hidden="true" />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
