import type { Preferences } from '@congso/contract/people';
import { LANGUAGES } from '@congso/language/languages';
import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Page, Section } from '../../components/layout/page.tsx';
import { PersonLine } from '../../components/people/person-name.tsx';
import { ConfirmDialog } from '../../components/states/confirm-dialog.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { showDone } from '../../components/states/show-done.tsx';
import { useSay } from '../../lib/language.ts';
import { meOptions, useMe } from '../../office/me.ts';
import { ask } from '../../realtime/ask.ts';
import { askOverHttp } from '../../realtime/ask-over-http.ts';
import { reportSignedOut } from '../../realtime/connection.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { SessionList } from './session-list.tsx';

/** My language, theme, password, devices; and the way out. */
export function SettingsPage() {
  const say = useSay();
  const me = useMe();
  const [isAsking, setIsAsking] = useState(false);
  const signOut = useMutation({ mutationFn: () => askOverHttp('session.signOut', {}), onSuccess: reportSignedOut });
  return (
    <Page
      title={say('frame.navigation.settings')}
      actions={
        <Button
          variant="default"
          leftSection={<IconLogout size={16} aria-hidden="true" />}
          onClick={() => signOut.mutate()}
          loading={signOut.isPending}
        >
          {say('account.signOut')}
        </Button>
      }
    >
      <Stack gap="xl">
        <PersonLine personId={me.person.id} />
        <Refused error={signOut.error} />
        <PreferencesSection />
        <Section title={say('account.changePassword')}>
          <div style={{ maxWidth: '24rem' }}>
            <ChangePasswordForm onDone={() => showDone(say('account.passwordChanged'))} />
          </div>
        </Section>
        <SessionList onEndAll={() => setIsAsking(true)} />
      </Stack>
      {isAsking && <SignOutEverywhere onClose={() => setIsAsking(false)} />}
    </Page>
  );
}

function SignOutEverywhere({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const signOut = useMutation({
    mutationFn: () => askOverHttp('session.signOutEverywhere', {}),
    onSuccess: reportSignedOut,
  });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('account.signOutEverywhere')}?`}
      action={say('account.signOutEverywhere')}
      isDestructive
      isRunning={signOut.isPending}
      error={signOut.error}
      onConfirm={() => signOut.mutate()}
    />
  );
}

function PreferencesSection() {
  const say = useSay();
  const { preferences } = useMe();
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: (wanted: Preferences) => ask('session.setPreferences', wanted),
    onMutate: (wanted) => {
      showAs(wanted);
      return preferences;
    },
    onError: (_error, _wanted, before) => before && showAs(before),
  });
  const showAs = (shown: Preferences) =>
    void queries.setQueryData(meOptions.queryKey, (me) => me && { ...me, preferences: shown });
  return (
    <Section title={say('frame.preferences')}>
      <Stack gap="sm" align="flex-start">
        <SegmentedControl
          aria-label={say('frame.language.label')}
          value={preferences.language}
          onChange={(language) => set.mutate({ ...preferences, language: language as Preferences['language'] })}
          data={LANGUAGES.map((value) => ({ value, label: say(`frame.language.${value}`) }))}
        />
        <SegmentedControl
          aria-label={say('frame.theme.label')}
          value={preferences.theme}
          onChange={(theme) => set.mutate({ ...preferences, theme: theme as Preferences['theme'] })}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: say(`frame.theme.${value}`) }))}
        />
        <Refused error={set.error} />
      </Stack>
    </Section>
  );
}
