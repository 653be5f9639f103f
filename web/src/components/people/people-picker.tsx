import type { Person } from '@congso/contract/people';
import { fullName } from '@congso/language/names';
import { type ComboboxItem, MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSay } from '../../lib/language.ts';
import { everyoneOptions, usePeople } from '../../office/people.ts';
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

function useOptions({ among, without }: Pick<Common, 'among' | 'without'>, chosen: readonly string[]) {
  const say = useSay();
  const { people, ...asked } = usePeople();
  const { units } = useUnits();
  const gone = useGone(chosen);
  const data: ComboboxItem[] = useMemo(() => {
    const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
    const label = (person: Person) =>
      [fullName(person), person.title, unitNames.get(person.unitId ?? '')].filter(Boolean).join(' · ');
    const offered = people
      .filter((person) => (!among || among.includes(person.id)) && !without?.includes(person.id))
      .map((person) => ({ value: person.id, label: label(person) }));
    return [...offered, ...gone.map((person) => ({ value: person.id, label: fullName(person), disabled: true }))];
  }, [people, units, among, without, gone]);
  const [left] = gone;
  return {
    data,
    leftChosen: left ? say('people.leftChosen', { name: fullName(left) }) : null,
    nothingFound: useNothingFound(asked, say('people.noneFound')),
  };
}

/** Those of the chosen who have left since, as in a draft of last week: named, and to be taken out. */
function useGone(chosen: readonly string[]): readonly Person[] {
  const { data: everyone } = useQuery(everyoneOptions);
  return useMemo(
    () => chosen.flatMap((id) => everyone?.get(id) ?? []).filter(({ isActive }) => !isActive),
    [chosen, everyone],
  );
}

/** Chooses one person by typing any part of the name, title or unit, with or without marks. */
export function PersonPicker({
  value,
  onChange,
  ...common
}: Common & { value: string | null; onChange: (personId: string | null) => void }) {
  const say = useSay();
  const chosen = useMemo(() => (value === null ? [] : [value]), [value]);
  const { data, leftChosen, nothingFound } = useOptions(common, chosen);
  return (
    <Select
      label={common.label}
      description={common.description}
      error={common.error ?? leftChosen}
      required={common.isRequired ?? false}
      withAsterisk={false}
      data={data}
      {...nothingFound}
      value={value}
      onChange={onChange}
      searchable
      // Taken again by Enter it stays chosen.
      allowDeselect={false}
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
  const { data, leftChosen, nothingFound } = useOptions(common, value);
  return (
    <MultiSelect
      label={common.label}
      description={common.description}
      error={common.error ?? leftChosen}
      required={common.isRequired ?? false}
      withAsterisk={false}
      data={data}
      {...nothingFound}
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
