import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconBook2, IconFilePlus, IconFileText } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { SortedBy } from '../../components/list/sorted-by.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useListKeys } from '../../lib/keyboard/use-list-keys.ts';
import { BOTH_BESIDE, useOpenFirst } from '../../lib/keyboard/use-open-first.ts';
import { useSay } from '../../lib/language.ts';
import { useHasRole } from '../../office/me.ts';
import { DocumentRow } from './document-row.tsx';
import classes from './documents.module.css';
import { useDocuments } from './documents-queries.ts';

const route = getRouteApi('/office/documents');

/** What waits for me, or what I have had a part in; the register is a page of its own. */
export function DocumentList({ isOpen }: { isOpen: boolean }) {
  const say = useSay();
  const { box = 'desk' } = route.useSearch();
  const navigate = route.useNavigate();
  const isClerk = useHasRole('clerk');
  const documents = useDocuments(box);
  useListKeys((documents.data ?? []).map(({ id }) => `/documents/${id}`));
  const [first] = documents.data ?? [];
  useOpenFirst(first && `/documents/${first.id}`, isOpen, BOTH_BESIDE);
  return (
    <>
      <PaneHeader
        title={say('documents.documents')}
        actions={
          <>
            {isClerk && (
              <Tooltip label={say('documents.paper')}>
                <ActionIcon
                  component={Link}
                  to="/documents/new"
                  variant="light"
                  size="lg"
                  aria-label={say('documents.paper')}
                >
                  <IconFilePlus size={20} aria-hidden="true" />
                </ActionIcon>
              </Tooltip>
            )}
            <Button
              component={Link}
              to="/documents/register"
              size="xs"
              variant="default"
              leftSection={<IconBook2 size={16} aria-hidden="true" />}
            >
              {say('documents.register')}
            </Button>
          </>
        }
      />
      <div className={classes.filters}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={say('documents.documents')}
          value={box}
          onChange={(chosen) =>
            void navigate({ to: '.', replace: true, search: chosen === 'mine' ? { box: 'mine' } : {} })
          }
          data={[
            { value: 'desk', label: say('documents.box.desk') },
            { value: 'mine', label: say('documents.box.mine') },
          ]}
        />
      </div>
      <SortedBy words={say(`documents.sorted.${box}`)} />
      <Loaded query={documents} skeleton={<ListSkeleton />}>
        {(found) => (
          <>
            {found.length === 0 && <EmptyBox box={box} />}
            <ul className={classes.list}>
              {found.map((document) => (
                <li key={document.id}>
                  <DocumentRow document={document} keepsSearch />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreButton query={documents} />
    </>
  );
}

function EmptyBox({ box }: { box: 'desk' | 'mine' }) {
  const say = useSay();
  const icon = <IconFileText size={36} />;
  if (box === 'mine') return <EmptyState icon={icon} title={say('documents.emptyMine')} />;
  return <EmptyState icon={icon} title={say('documents.emptyDesk')} hint={say('documents.emptyDeskHint')} />;
}
