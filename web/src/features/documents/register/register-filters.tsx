import { yearOf } from '@congso/language/dates';
import { Button, Checkbox, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { URGENCIES } from '../../../components/documents/document-fields.tsx';
import { UnitPicker } from '../../../components/people/unit-picker.tsx';
import { TypedText } from '../../../components/search/typed-text.tsx';
import { DateInput } from '../../../components/time/date-input.tsx';
import { useSay } from '../../../lib/language.ts';
import { officeNow } from '../../../lib/time/office-clock.ts';
import { useUnit } from '../../../office/units.ts';
import classes from '../documents.module.css';

const route = getRouteApi('/office/documents/register');
type Search = ReturnType<typeof route.useSearch>;

const STATES = ['registered', 'submitted', 'directed', 'assigned', 'completed', 'voided'] as const;
const YEARS_BACK = 10;

/** Which rows are shown; every choice stands in the address. */
export function RegisterFilters({ search }: { search: Search }) {
  const say = useSay();
  const navigate = route.useNavigate();
  const hasMore = Boolean(search.from ?? search.to ?? search.unit ?? search.state ?? search.urgency);
  const [isOpen, { toggle }] = useDisclosure(hasMore);
  const set = (changed: { [Key in keyof Search]: Search[Key] | null }) => {
    const next = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== null && value !== '');
    void navigate({ replace: true, search: Object.fromEntries(next) });
  };
  const thisYear = yearOf(officeNow());
  return (
    <search className={classes.registerFilters} aria-label={say('documents.filter.label')}>
      <div className={classes.filterRow}>
        <TypedText
          className={classes.search}
          label={say('documents.filter.text')}
          text={search.text ?? ''}
          onChange={(text) => set({ text })}
        />
        <Select
          w="6.5rem"
          aria-label={say('documents.filter.year')}
          placeholder={say('documents.filter.year')}
          clearable
          clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
          value={search.year === undefined ? null : String(search.year)}
          onChange={(year) => set({ year: year === null ? null : Number(year) })}
          data={Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back))}
        />
        <Checkbox
          label={say('documents.filter.isOverdue')}
          checked={search.overdue ?? false}
          onChange={(event) => set({ overdue: event.currentTarget.checked || null })}
        />
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {say('documents.filter.more')}
        </Button>
        {Object.keys(search).length > 0 && (
          <Button variant="subtle" color="gray" onClick={() => void navigate({ replace: true, search: {} })}>
            {say('documents.filter.clear')}
          </Button>
        )}
      </div>
      {search.openAt !== undefined && <OpenAt unitId={search.openAt} due={search.due ?? null} />}
      {isOpen && (
        <div className={classes.filterRow}>
          <div className={classes.filter}>
            <DateInput
              label={say('documents.filter.from')}
              value={search.from ?? null}
              onChange={(from) => set({ from })}
            />
          </div>
          <div className={classes.filter}>
            <DateInput label={say('documents.filter.to')} value={search.to ?? null} onChange={(to) => set({ to })} />
          </div>
          <Select
            className={classes.filter}
            label={say('documents.filter.state')}
            placeholder={say('documents.filter.anyState')}
            clearable
            clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
            value={search.state ?? null}
            onChange={(state) => set({ state: STATES.find((one) => one === state) ?? null })}
            data={STATES.map((state) => ({ value: state, label: say(`documents.state.${state}`) }))}
          />
          <Select
            className={classes.filter}
            label={say('documents.field.urgency')}
            placeholder={say('documents.filter.anyUrgency')}
            clearable
            clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
            value={search.urgency ?? null}
            onChange={(urgency) => set({ urgency: URGENCIES.find((one) => one === urgency) ?? null })}
            data={URGENCIES.map((urgency) => ({ value: urgency, label: say(`documents.urgency.${urgency}`) }))}
          />
          <div className={classes.filter}>
            <UnitPicker
              label={say('organisation.unit')}
              value={search.unit ?? null}
              onChange={(unit) => set({ unit })}
            />
          </div>
        </div>
      )}
    </search>
  );
}

/** What a figure of the leaders' strip opened. */
function OpenAt({ unitId, due }: { unitId: string; due: 'late' | 'thisWeek' | null }) {
  const say = useSay();
  const unit = useUnit(unitId);
  return (
    <p className={classes.shown}>
      {say(due === null ? 'documents.openAt' : `documents.openAtDue.${due}`, { unit: unit?.name ?? '…' })}
    </p>
  );
}
