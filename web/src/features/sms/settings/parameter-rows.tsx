import { ActionIcon, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { FieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import classes from '../sms.module.css';
import type { HttpSettings } from './http-fields.tsx';

type Parameter = HttpSettings['parameters'][number];
type Props = {
  parameters: Parameter[];
  onChange: (parameters: Parameter[]) => void;
  /** What the server said against a row: by its place (`0.name`), or by its name where a secret must be typed again. */
  errorOf: FieldError;
};

const MOST = 30;

/** Name, value and whether it is a secret, row by row. */
export function ParameterRows({ parameters, onChange, errorOf }: Props) {
  const say = useSay();
  const set = (at: number, changed: Partial<Parameter>) =>
    onChange(parameters.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={500}>
          {say('sms.http.parameters')}
        </Text>
        <Text size="sm" c="dimmed">
          {say('sms.http.placeholders', { open: '{{', close: '}}' })} {say('sms.http.secretHint')}
        </Text>
      </div>
      {parameters.map((parameter, at) => (
        // A row is its place: its name changes while it is typed.
        <div key={at} className={classes.parameter}>
          <TextInput
            aria-label={say('sms.http.parameterName')}
            placeholder={say('sms.http.parameterName')}
            error={errorOf(`${at}.name`)}
            value={parameter.name}
            onChange={(event) => set(at, { name: event.currentTarget.value })}
            maxLength={80}
            required
          />
          <TextInput
            type={parameter.isSecret ? 'password' : 'text'}
            autoComplete="off"
            aria-label={`${say('sms.http.parameterValue')}: ${parameter.name}`}
            placeholder={say('sms.http.parameterValue')}
            error={errorOf(`${at}.value`) ?? (parameter.name === '' ? null : errorOf(parameter.name))}
            value={parameter.value}
            onChange={(event) => set(at, { value: event.currentTarget.value })}
            maxLength={500}
          />
          <Checkbox
            label={say('sms.http.isSecret')}
            checked={parameter.isSecret}
            onChange={(event) => set(at, { isSecret: event.currentTarget.checked })}
            py="xs"
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={say('sms.http.removeParameter', { name: parameter.name })}
            onClick={() => onChange(parameters.filter((_, index) => index !== at))}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {parameters.length < MOST && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => onChange([...parameters, { name: '', value: '', isSecret: false }])}
          style={{ alignSelf: 'start' }}
        >
          {say('sms.http.addParameter')}
        </Button>
      )}
    </Stack>
  );
}
