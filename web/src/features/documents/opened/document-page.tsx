import type { OpenedDocument } from '@congso/contract/documents';
import { codeOf } from '@congso/language/document-code';
import { ActionIcon, Alert, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
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

/** Wide enough for the letter and its slip side by side. */
const BESIDE = '(min-width: 80em)';

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
  const { tab: asked = 'slip', act } = route.useSearch();
  const navigate = route.useNavigate();
  // Beside the slip the letter needs no tab of its own.
  const hasLetter = document.files.length > 0 || document.hasOriginal;
  const isBeside = useMediaQuery(BESIDE, undefined, { getInitialValueInEffect: false }) && hasLetter;
  const tab = isBeside && asked === 'content' ? 'slip' : asked;
  const forgetAct = useCallback(
    () => void navigate({ replace: true, search: ({ act: _, ...rest }) => rest }),
    [navigate],
  );
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
        leading={<BackToList />}
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
          {TABS.filter((one) => !isBeside || one !== 'content').map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say(`documents.tab.${one}`)}
              {one === 'tasks' && document.taskIds.length > 0 && ` (${document.taskIds.length})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="slip" className={isBeside ? classes.sides : classes.body}>
          {isBeside && (
            <section className={classes.content} aria-label={say('documents.tab.content')}>
              <DocumentContent document={document} />
            </section>
          )}
          <section className={classes.slip} aria-label={say('documents.tab.slip')}>
            <DocumentSlip document={document} asked={act} onAsked={forgetAct} />
          </section>
        </Tabs.Panel>
        {!isBeside && (
          <Tabs.Panel value="content" className={classes.content}>
            <DocumentContent document={document} />
          </Tabs.Panel>
        )}
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

/** The list has stepped aside, or is a page of its own on a phone. */
function BackToList() {
  const say = useSay();
  return (
    <ActionIcon
      component={Link}
      to="/documents"
      search={true}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={say('frame.action.back')}
    >
      <IconArrowLeft size={20} aria-hidden="true" />
    </ActionIcon>
  );
}
