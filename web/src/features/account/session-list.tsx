import type { Session } from '@congso/contract/people';
import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../components/buttons/what-is-missing.ts';
import { Section } from '../../components/layout/page.tsx';
import { CopyButton } from '../../components/states/copy-button.tsx';
import { Dialog } from '../../components/states/dialog.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { TimeText } from '../../components/time/time-text.tsx';
import { useSay } from '../../lib/language.ts';
import { listKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { useCommand } from '../../lib/use-command.ts';
import classes from './session-list.module.css';

/** The devices I am signed in on, and the tokens of my programs. */
export function SessionList({ onEndAll }: { onEndAll: () => void }) {
  const say = useSay();
  const asked = useQuery(askOptions(listKeyOf('person', 'my-sessions'), 'session.list', {}));
  const [isCreating, setIsCreating] = useState(false);
  const list = (wanted: Session['kind'], none: string) => (
    <Loaded query={asked} skeleton={<ListSkeleton rows={3} />}>
      {({ sessions }) => {
        const shown = sessions.filter(({ kind }) => kind === wanted);
        return shown.length === 0 ? <Text c="dimmed">{none}</Text> : <Sessions sessions={shown} />;
      }}
    </Loaded>
  );
  return (
    <div>
      <Section
        title={say('account.sessions')}
        actions={
          <Button variant="default" color="red" size="xs" onClick={onEndAll}>
            {say('account.signOutEverywhere')}
          </Button>
        }
      >
        {list('browser', '')}
      </Section>
      <Section
        title={say('account.tokens')}
        actions={
          <Button variant="default" size="xs" onClick={() => setIsCreating(true)}>
            {say('account.createToken')}
          </Button>
        }
      >
        {list('token', say('account.noTokens'))}
      </Section>
      {isCreating && <NewToken onClose={() => setIsCreating(false)} />}
    </div>
  );
}

function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const say = useSay();
  const revoke = useCommand('session.revoke', { changes: ['person'] });
  return (
    <>
      <Refused error={revoke.error} />
      <ul className={classes.list}>
        {sessions.map((session) => (
          <li key={session.id} className={classes.session}>
            <div className={classes.words}>
              <div>{session.label}</div>
              <div className={classes.detail}>
                {say('account.lastSeenLabel')} <TimeText at={session.lastSeenAt} />
              </div>
            </div>
            {session.isCurrent ? (
              <Badge variant="light">{say('account.thisDevice')}</Badge>
            ) : (
              <Button
                variant="default"
                size="xs"
                onClick={() => revoke.mutate({ sessionId: session.id })}
                aria-label={`${say('account.revoke')}: ${session.label}`}
              >
                {say('account.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function NewToken({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [label, setLabel] = useState('');
  const create = useCommand('session.createToken', { changes: ['person'] });
  const errorOf = useFieldError(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ label });
  };
  return (
    <Dialog onClose={onClose} title={say('account.createToken')}>
      {create.data ? (
        <Stack>
          <Text>{say('account.tokenShownOnce')}</Text>
          <code className={classes.token}>{create.data.token}</code>
          <CopyButton value={create.data.token}>
            {({ isCopied, copy }) => (
              <Button onClick={copy}>{say(isCopied ? 'frame.action.copied' : 'frame.action.copy')}</Button>
            )}
          </CopyButton>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={say('account.tokenLabel')}
              error={errorOf('label')}
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
              maxLength={80}
              required
              withAsterisk={false}
              data-autofocus
            />
            <Refused error={create.error} />
            <Group justify="flex-end">
              <GuardedButton
                type="submit"
                loading={create.isPending}
                whyNot={whatIsMissing(say, { [say('account.tokenLabel')]: label.trim() === '' })}
              >
                {say('account.createToken')}
              </GuardedButton>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
