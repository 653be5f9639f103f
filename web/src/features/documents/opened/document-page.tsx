import type { OpenedDocument } from '@congso/contract/documents';
import { codeOf } from '@congso/language/document-code';
import { Alert, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { typeNameOf } from '../../../components/documents/document-words.ts';
import { UrgencyBadge } from '../../../components/documents/urgency-badge.tsx';
import { PaneHeader } from '../../../components/layout/pane-header.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { DueBadge } from '../../../components/time/due-badge.tsx';
import { useSay } from '../../../lib/language.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { SubjectConversation } from '../../chat/open-subject-conversation.tsx';
import { RemindMe } from '../../reminders/open-remind-me.tsx';
import { useDocument } from '../documents-queries.ts';
import classes from './document.module.css';
import { DocumentContent } from './document-content.tsx';
import { DocumentHistory } from './document-history.tsx';
import { DocumentSlip } from './document-slip.tsx';
import { DocumentTasks } from './document-tasks.tsx';
import { VoidNumber } from './void-number.tsx';

const route = getRouteApi('/office/documents/$documentId');
const TABS = ['slip', 'content', 'tasks', 'conversation', 'history'] as const;

/** One document by its address. */
export function DocumentPage() {
  const { documentId } = route.useParams();
  const document = useDocument(documentId);
  usePageTitle(document.data?.subject ?? '');
  return (
    <Loaded query={document} skeleton={<DetailSkeleton />}>
      {(opened) => <Opened key={documentId} document={opened} />}
    </Loaded>
  );
}

function Opened({ document }: { document: OpenedDocument }) {
  const say = useSay();
  const { tab = 'slip' } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (chosen: string | null) => {
    const next = TABS.find((one) => one === chosen) ?? 'slip';
    void navigate({
      replace: true,
      search: ({ tab: _, ...rest }) => (next === 'slip' ? rest : { ...rest, tab: next }),
    });
  };
  const isOpen = document.completedAt === null && document.state !== 'voided';
  return (
    <>
      <PaneHeader
        level={2}
        backTo="/documents"
        title={document.subject}
        detail={
          <span className={classes.standing}>
            <span>{[typeNameOf(document, say), codeOf(document)].filter(Boolean).join(' ')}</span>
            <span>{say(`documents.state.${document.state}`)}</span>
            <UrgencyBadge urgency={document.urgency} />
            <DueBadge startedAt={document.registeredAt ?? ''} dueAt={document.dueAt} closedAt={document.completedAt} />
          </span>
        }
        actions={
          <>
            {isOpen && <RemindMe target={{ kind: 'document', id: document.id }} title={document.subject} />}
            {document.canVoid && <VoidNumber document={document} />}
          </>
        }
      />
      {document.voidReason !== null && (
        <Alert color="gray" radius={0}>
          {say('documents.voided', { reason: document.voidReason })}
        </Alert>
      )}
      <Tabs value={tab} onChange={open} keepMounted={false} className={classes.tabs}>
        <Tabs.List px="md" className={classes.tabList}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say(`documents.tab.${one}`)}
              {one === 'tasks' && document.taskIds.length > 0 && ` (${document.taskIds.length})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="slip" className={classes.body}>
          <DocumentSlip document={document} />
        </Tabs.Panel>
        <Tabs.Panel value="content" className={classes.content}>
          <DocumentContent document={document} />
        </Tabs.Panel>
        <Tabs.Panel value="tasks" className={classes.body}>
          <DocumentTasks taskIds={document.taskIds} />
        </Tabs.Panel>
        <Tabs.Panel value="conversation" className={classes.conversation}>
          <SubjectConversation
            conversationId={document.conversationId}
            name={document.subject}
            outsiderHint={say('documents.notMember')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.body}>
          <DocumentHistory documentId={document.id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
