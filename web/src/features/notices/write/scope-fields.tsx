import type { NoticeScope } from '@congso/contract/notices';
import { Radio, Stack, Text } from '@mantine/core';
import { PeoplePicker } from '../../../components/people/people-picker.tsx';
import { UnitsPicker } from '../../../components/people/unit-picker.tsx';
import { useSay } from '../../../lib/language.ts';
import { useHasRole, useMe } from '../../../office/me.ts';

const EVERYONE: NoticeScope = { everyone: true, unitIds: [], personIds: [] };

/** To whom, at first: nobody for those who may tell anyone, one's own units for a head or deputy. */
export function useFirstScope(): NoticeScope {
  const mayTellAnyone = useMayTellAnyone();
  const { person } = useMe();
  const led = person.appointments
    .filter(({ to, roles }) => to === null && (roles.includes('head') || roles.includes('deputy')))
    .map(({ unitId }) => unitId);
  return { everyone: false, unitIds: mayTellAnyone ? [] : led, personIds: [] };
}

const useMayTellAnyone = (): boolean => useHasRole('leader', 'clerk');

type Props = { scope: NoticeScope; onChange: (scope: NoticeScope) => void; error: string | null };

/** Chooses to whom: everyone, or units with all below them and single persons. */
export function ScopeFields({ scope, onChange, error }: Props) {
  const say = useSay();
  const mayTellAnyone = useMayTellAnyone();
  const myId = useMe().person.id;
  return (
    <Stack gap="sm">
      {mayTellAnyone ? (
        <Radio.Group
          label={say('notices.write.to')}
          value={scope.everyone ? 'everyone' : 'chosen'}
          error={scope.everyone ? error : null}
          onChange={(way) => onChange(way === 'everyone' ? EVERYONE : { ...scope, everyone: false })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="everyone" label={say('notices.write.toEveryone')} />
            <Radio value="chosen" label={say('notices.write.toChosen')} />
          </Stack>
        </Radio.Group>
      ) : (
        <Text size="sm" c="dimmed">
          {say('notices.write.ownUnitsOnly')}
        </Text>
      )}
      {!scope.everyone && (
        <>
          <UnitsPicker
            label={say('notices.write.units')}
            error={error}
            value={scope.unitIds}
            onChange={(unitIds) => onChange({ ...scope, unitIds })}
          />
          <PeoplePicker
            label={say('notices.write.persons')}
            value={scope.personIds}
            onChange={(personIds) => onChange({ ...scope, personIds })}
            without={[myId]}
          />
        </>
      )}
    </Stack>
  );
}
