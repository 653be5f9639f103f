import type { Sms } from '@congso/contract/sms';
import { Alert, Button, Select } from '@mantine/core';
import { IconDeviceMobileMessage, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/layout/page.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { listKeyOf } from '../../lib/query-keys.ts';
import { pagesOptions } from '../../lib/use-ask.ts';
import { smsSettingsOptions } from './sms-queries.ts';
import { SMS_STATES } from './sms-state.tsx';
import { SmsTable } from './sms-table.tsx';

/** Every SMS with its state, the latest first. What ended unknown is settled here, by a person. */
export function SmsPage() {
  const say = useSay();
  const [state, setState] = useState<Sms['state'] | null>(null);
  const { data: settings } = useQuery(smsSettingsOptions);
  const input = { limit: 50, ...(state && { state }) };
  const messages = useInfiniteQuery({
    ...pagesOptions(listKeyOf('sms', input), 'sms.list', input),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={say('sms.page')}
      backTo="/administration"
      isWide
      actions={
        <Button
          component={Link}
          to="/administration/sms/settings"
          variant="default"
          leftSection={<IconSettings size={16} aria-hidden="true" />}
        >
          {say('sms.openSettings')}
        </Button>
      }
    >
      {settings?.provider === 'none' && (
        <Alert color="orange" variant="light" mb="md">
          {say('sms.off')}
        </Alert>
      )}
      <Select
        w="14rem"
        mb="md"
        aria-label={say('sms.stateLabel')}
        placeholder={say('sms.allStates')}
        clearable
        clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
        value={state}
        onChange={(chosen) => setState(SMS_STATES.find((one) => one === chosen) ?? null)}
        data={SMS_STATES.map((value) => ({ value, label: say(`sms.state.${value}`) }))}
      />
      <Loaded query={messages} skeleton={<ListSkeleton />}>
        {(found) =>
          found.length > 0 ? (
            <SmsTable messages={found} />
          ) : (
            <EmptyState
              icon={<IconDeviceMobileMessage size={36} />}
              title={say('sms.empty')}
              hint={say('sms.emptyHint')}
            />
          )
        }
      </Loaded>
      <MoreButton query={messages} />
    </Page>
  );
}
