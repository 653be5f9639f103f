import type { Unit } from '@congso/contract/organisation';
import { Badge, Button, Table, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../../../components/layout/page.tsx';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { type PlacedUnit, useUnits } from '../../../office/units.ts';
import { organisationOptions } from './organisation-queries.ts';
import { UnitForm } from './unit-form.tsx';

/** The tree of the office. */
export function UnitsAdmin() {
  const say = useSay();
  const { units, isLoaded, error, retry } = useUnits({ withClosed: true });
  const [edited, setEdited] = useState<Unit | 'new' | null>(null);
  const [closing, setClosing] = useState<Unit | null>(null);
  return (
    <Page
      title={say('organisation.tree')}
      backTo="/administration"
      isWide
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {say('organisation.action.addUnit')}
        </Button>
      }
    >
      <Loaded query={{ data: isLoaded ? units : undefined, error, refetch: retry }} skeleton={<ListSkeleton />}>
        {(found) =>
          found.length > 0 ? (
            <UnitsTable units={found} onEdit={setEdited} onClose={setClosing} />
          ) : (
            <EmptyState title={say('frame.state.empty')}>
              <Button onClick={() => setEdited('new')}>{say('organisation.action.addUnit')}</Button>
            </EmptyState>
          )
        }
      </Loaded>
      {edited !== null && <UnitForm unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {closing !== null && <CloseUnit unit={closing} onClose={() => setClosing(null)} />}
    </Page>
  );
}

function CloseUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const say = useSay();
  const close = useCommand('units.close', { changes: ['unit'], onDone: onClose });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('organisation.action.closeUnit')}: ${unit.name}?`}
      action={say('organisation.action.closeUnit')}
      isDestructive
      isRunning={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate({ unitId: unit.id })}
    />
  );
}

type TableProps = { units: readonly PlacedUnit[]; onEdit: (unit: Unit) => void; onClose: (unit: Unit) => void };

function UnitsTable({ units, onEdit, onClose }: TableProps) {
  const say = useSay();
  const { data: organisation } = useQuery(organisationOptions);
  return (
    <div className="congso-scroll-x">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('organisation.unit')}</Table.Th>
            <Table.Th>{say('organisation.code')}</Table.Th>
            <Table.Th>{say('organisation.mailAddress')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{say('frame.action.edit')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={unit.id}>
              <Table.Td style={{ paddingInlineStart: `${0.625 + unit.depth * 1.5}rem` }}>
                {unit.name}{' '}
                {unit.isClosed && (
                  <Badge variant="light" color="gray" tt="none">
                    {say('organisation.closed')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{unit.code}</Table.Td>
              <Table.Td>{unit.mailbox !== null && `${unit.mailbox}@${organisation?.mailDomain ?? ''}`}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap', textAlign: 'end' }}>
                {!unit.isClosed && (
                  <>
                    <Button
                      variant="subtle"
                      size="xs"
                      onClick={() => onEdit(unit)}
                      aria-label={`${say('frame.action.edit')}: ${unit.name}`}
                    >
                      {say('frame.action.edit')}
                    </Button>
                    <Button
                      variant="subtle"
                      color="red"
                      size="xs"
                      onClick={() => onClose(unit)}
                      aria-label={`${say('organisation.action.closeUnit')}: ${unit.name}`}
                    >
                      {say('organisation.action.closeUnit')}
                    </Button>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
