import { MultiSelect, Select } from '@mantine/core';
import { useSay } from '../../lib/language.ts';
import { useUnits } from '../../office/units.ts';
import { useNothingFound } from './use-nothing-found.ts';

type Common = {
  label: string;
  description?: string;
  error?: string | null;
  isRequired?: boolean;
  without?: readonly string[];
};

/** Units in the order of the tree, indented by their depth. */
function useOptions(without: readonly string[] = []) {
  const say = useSay();
  const { units, ...asked } = useUnits();
  const data = units
    .filter((unit) => !without.includes(unit.id))
    .map((unit) => ({ value: unit.id, label: unit.name, depth: unit.depth }));
  return { data, ...useNothingFound(asked, say('organisation.noneFound')) };
}

function useShared({ label, description, error, isRequired = false, without }: Common) {
  const { data, ...nothingFound } = useOptions(without);
  return {
    label,
    description,
    error,
    required: isRequired,
    withAsterisk: false,
    data,
    searchable: true,
    ...nothingFound,
    renderOption: ({ option }: { option: { value: string; label: string } }) => (
      <span
        style={{ paddingInlineStart: `${(data.find(({ value }) => value === option.value)?.depth ?? 0) * 1.25}rem` }}
      >
        {option.label}
      </span>
    ),
  };
}

/** Chooses one unit, or none. */
export function UnitPicker({
  value,
  onChange,
  ...common
}: Common & { value: string | null; onChange: (unitId: string | null) => void }) {
  const say = useSay();
  return (
    <Select
      {...useShared(common)}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      placeholder={say('organisation.choose')}
      clearable={!common.isRequired}
      clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
    />
  );
}

/** Chooses several units. */
export function UnitsPicker({
  value,
  onChange,
  ...common
}: Common & { value: string[]; onChange: (unitIds: string[]) => void }) {
  const say = useSay();
  return (
    <MultiSelect
      {...useShared(common)}
      value={value}
      onChange={onChange}
      placeholder={value.length === 0 ? say('organisation.choose') : ''}
      hidePickedOptions
    />
  );
}
