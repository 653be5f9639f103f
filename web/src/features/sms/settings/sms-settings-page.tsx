import type { SmsSettings } from '@congso/contract/sms';
import { Button, Radio, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Page } from '../../../components/layout/page.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useTypedOver } from '../../../office/use-typed-over.ts';
import { smsSettingsOptions } from '../sms-queries.ts';
import { HttpFields, type HttpSettings, NEW_HTTP } from './http-fields.tsx';
import { ReceiptAddress } from './receipt-address.tsx';

const PROVIDERS = ['none', 'folder', 'http'] as const;

/** How SMS leave: not at all, into a folder, or through a provider that speaks HTTP. */
export function SmsSettingsPage() {
  const say = useSay();
  const asked = useQuery(smsSettingsOptions);
  return (
    <Page title={say('sms.settings')} detail={say('sms.settingsHint')} backTo="/administration/sms">
      <Loaded query={asked} skeleton={<DetailSkeleton />}>
        {(data) => <SettingsForm settings={data} />}
      </Loaded>
    </Page>
  );
}

type Fields = { provider: SmsSettings['provider']; http: HttpSettings };

function SettingsForm({ settings }: { settings: SmsSettings }) {
  const say = useSay();
  const queries = useQueryClient();
  const [{ provider, http }, type, discard] = useTypedOver<Fields>({
    provider: settings.provider,
    http: settings.provider === 'http' ? settings : NEW_HTTP,
  });
  const save = useCommand('sms.setSettings', {
    changes: ['sms'],
    onDone: (saved) => {
      queries.setQueryData(smsSettingsOptions.queryKey, saved);
      discard();
      showDone(say('sms.saved'));
    },
  });
  const errorOf = useFieldError(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ settings: provider === 'http' ? http : { provider } });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Radio.Group
          label={say('sms.provider')}
          value={provider}
          onChange={(chosen) => type({ provider: PROVIDERS.find((one) => one === chosen) ?? 'none' })}
        >
          <Stack gap="sm" mt="xs">
            {PROVIDERS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={say(`sms.providerKind.${one}`)}
                description={say(`sms.providerHint.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {provider === 'http' && (
          <HttpFields http={http} onChange={(changed) => type({ http: changed })} errorOf={errorOf} />
        )}
        {provider === 'http' && <ReceiptAddress />}
        <Refused error={save.error} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'start' }}>
          {say('frame.action.save')}
        </Button>
      </Stack>
    </form>
  );
}
