import type { SmsSettings } from '@congso/contract/sms';
import { NumberInput, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { FieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { ParameterRows } from './parameter-rows.tsx';

export type HttpSettings = Extract<SmsSettings, { provider: 'http' }>;

export const NEW_HTTP: HttpSettings = {
  provider: 'http',
  url: '',
  method: 'GET',
  parameters: [
    { name: 'to', value: '{{to}}', isSecret: false },
    { name: 'text', value: '{{text}}', isSecret: false },
  ],
  successPattern: '',
  perSecond: 5,
  deduplicates: false,
  timeoutMs: 10_000,
};

type Props = { http: HttpSettings; onChange: (http: HttpSettings) => void; errorOf: FieldError };

/** The provider's address and how it is spoken to. */
export function HttpFields({ http, onChange, errorOf }: Props) {
  const say = useSay();
  const set = (changed: Partial<HttpSettings>) => onChange({ ...http, ...changed });
  return (
    <Stack>
      <TextInput
        type="url"
        label={say('sms.http.url')}
        placeholder="https://"
        error={errorOf('settings.url')}
        value={http.url}
        onChange={(event) => set({ url: event.currentTarget.value })}
        maxLength={500}
        required
        withAsterisk={false}
      />
      <div>
        <Text size="sm" fw={500} mb={4}>
          {say('sms.http.method')}
        </Text>
        <SegmentedControl
          aria-label={say('sms.http.method')}
          value={http.method}
          onChange={(method) => set({ method: method as HttpSettings['method'] })}
          data={['GET', 'POST']}
        />
      </div>
      <ParameterRows
        parameters={http.parameters}
        onChange={(parameters) => set({ parameters })}
        errorOf={(part) => errorOf(`settings.parameters.${part}`)}
      />
      <TextInput
        label={say('sms.http.successPattern')}
        description={say('sms.http.successPatternHint')}
        error={errorOf('settings.successPattern')}
        value={http.successPattern}
        onChange={(event) => set({ successPattern: event.currentTarget.value })}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <NumberInput
        label={say('sms.http.perSecond')}
        error={errorOf('settings.perSecond')}
        value={http.perSecond}
        onChange={(typed) => typeof typed === 'number' && set({ perSecond: typed })}
        min={0.1}
        max={100}
        maw="12rem"
      />
      <NumberInput
        label={say('sms.http.timeoutMs')}
        error={errorOf('settings.timeoutMs')}
        value={http.timeoutMs}
        onChange={(typed) => typeof typed === 'number' && set({ timeoutMs: typed })}
        min={500}
        max={60_000}
        step={500}
        allowDecimal={false}
        maw="12rem"
      />
      <Switch
        label={say('sms.http.deduplicates')}
        description={say('sms.http.deduplicatesHint')}
        checked={http.deduplicates}
        onChange={(event) => set({ deduplicates: event.currentTarget.checked })}
      />
    </Stack>
  );
}
