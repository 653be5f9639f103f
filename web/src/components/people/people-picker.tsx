import type { Person } from '@congso/contract/people';
import { fullName } from '@congso/language/names';
import { type ComboboxItem, MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useSay } from '../../lib/language.ts';
import { usePeople } from '../../office/people.ts';
import { useUnits } from '../../office/units.ts';
import { PersonLine } from './person-name.tsx';
import { useNothingFound } from './use-nothing-found.ts';

const MOST_SHOWN = 50;

type Common = {
  label: string;
  description?: string;
  error?: string | null;
  isRequired?: boolean;
  /** Only these people, where the server says whom one may choose. */
  among?: readonly string[];
  /** Left out: the one who chooses, those already in. */
  without?: readonly string[];
};

function useOptions({ among, without }: Pick<Common, 'among' | 'without'>) {
  const say = useSay();
  const { people, ...asked } = usePeople();
  const { units } = useUnits();
  const data: ComboboxItem[] = useMemo(() => {
    const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
    const label = (person: Person) =>
      [fullName(person), person.title, unitNames.get(person.unitId ?? '')].filter(Boolean).join(' · ');
    return people
      .filter((person) => (!among || among.includes(person.id)) && !without?.includes(person.id))
      .map((person) => ({ value: person.id, label: label(person) }));
  }, [people, units, among, without]);
  return { data, ...useNothingFound(asked, say('people.noneFound')) };
}

/** Chooses one person by typing any part of the name, title or unit, with or without marks. */
export function PersonPicker({
  value,
  onChange,
  ...common
}: Common & { value: string | null; onChange: (personId: string | null) => void }) {
  const say = useSay();
  return (
    <Select
      label={common.label}
      description={common.description}
      error={common.error}
      required={common.isRequired ?? false}
      withAsterisk={false}
      {...useOptions(common)}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
      limit={MOST_SHOWN}
      placeholder={say('people.choose')}
      renderOption={({ option }) => <PersonLine personId={option.value} />}
    />
  );
}

/** Chooses several people. */
export function PeoplePicker({
  value,
  onChange,
  ...common
}: Common & { value: string[]; onChange: (personIds: string[]) => void }) {
  const say = useSay();
  return (
    <MultiSelect
      label={common.label}
      description={common.description}
      error={common.error}
      required={common.isRequired ?? false}
      withAsterisk={false}
      {...useOptions(common)}
      value={value}
      onChange={onChange}
      searchable
      limit={MOST_SHOWN}
      hidePickedOptions
      placeholder={value.length === 0 ? say('people.choose') : ''}
      renderOption={({ option }) => <PersonLine personId={option.value} />}
    />
  );
}
