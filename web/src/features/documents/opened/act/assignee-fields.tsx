import type { OpenedDocument } from '@congso/contract/documents';
import type { SlipStep } from '@congso/contract/slips';
import { Choices } from '../../../../components/choices/choices.tsx';
import { PeoplePicker, PersonPicker } from '../../../../components/people/people-picker.tsx';
import { UnitPicker, UnitsPicker } from '../../../../components/people/unit-picker.tsx';
import type { FieldError } from '../../../../components/states/use-field-error.ts';
import { useSay } from '../../../../lib/language.ts';
import { useNameOf } from '../../../../office/people.ts';
import { useUnits } from '../../../../office/units.ts';
import type { AllowedAction } from './document-actions.tsx';

/** Who takes what follows, as `documents.act` wants it. */
export type Assignees = {
  personId: string | null;
  coordinatorIds: string[];
  leadUnitId: string | null;
  coordinatingUnitIds: string[];
};

const MOST_OFFERED = 8;

export const NOBODY: Assignees = { personId: null, coordinatorIds: [], leadUnitId: null, coordinatingUnitIds: [] };

/** A coordinating step may be followed by coordinating units alone; every other needs its one lead. */
export function isAssigned({ assignee }: AllowedAction, step: SlipStep | null, chosen: Assignees): boolean {
  if (assignee === 'person') return chosen.personId !== null;
  if (assignee === 'none') return true;
  return chosen.leadUnitId !== null || (step?.part === 'coordinate' && chosen.coordinatingUnitIds.length > 0);
}

type Props = {
  allowed: AllowedAction;
  offered: OpenedDocument['proposed'];
  step: SlipStep | null;
  value: Assignees;
  onChange: (assignees: Assignees) => void;
  errorOf: FieldError;
};

/** What the field is called in which it is said who takes the step. */
export function labelOfAssignee({ assignee }: AllowedAction, step: SlipStep | null) {
  if (assignee === 'units') return 'documents.leadUnit' as const;
  return step !== null && step.unitId !== null
    ? ('documents.leadPerson' as const)
    : ('documents.chooseLeader' as const);
}

/** Chooses a person of those the workflow allows, or a leading unit and the coordinating ones. */
export function AssigneeFields({ allowed, offered, step, value, onChange, errorOf }: Props) {
  const say = useSay();
  const nameOf = useNameOf();
  const { units } = useUnits();
  const unitNameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? '…';
  const set = (changed: Partial<Assignees>) => onChange({ ...value, ...changed });
  if (allowed.assignee === 'none') return null;
  if (allowed.assignee === 'units') {
    return (
      <>
        <div>
          <UnitPicker
            label={say(labelOfAssignee(allowed, step))}
            {...(offered.unitId !== null &&
              offered.unitId === value.leadUnitId && { description: say('documents.proposedUnit') })}
            error={errorOf('leadUnitId')}
            value={value.leadUnitId}
            onChange={(leadUnitId) => set({ leadUnitId })}
            without={value.coordinatingUnitIds}
            isRequired={step?.part !== 'coordinate'}
          />
          <Choices
            label={`${say('documents.offered')}: ${say('documents.leadUnit')}`}
            choices={offered.unitIds
              .filter((unitId) => !value.coordinatingUnitIds.includes(unitId))
              .map((unitId) => ({ key: unitId, label: unitNameOf(unitId) }))}
            chosen={value.leadUnitId === null ? [] : [value.leadUnitId]}
            onChoose={(unitId) => set({ leadUnitId: unitId === value.leadUnitId ? null : unitId })}
          />
        </div>
        <UnitsPicker
          label={say('documents.coordinatingUnits')}
          description={say('frame.optional')}
          error={errorOf('coordinatingUnitIds')}
          value={value.coordinatingUnitIds}
          onChange={(coordinatingUnitIds) => set({ coordinatingUnitIds })}
          without={value.leadUnitId === null ? [] : [value.leadUnitId]}
        />
      </>
    );
  }
  // Work is shared out within a unit; a direction is one leader's.
  const isShared = step !== null && step.unitId !== null;
  return (
    <>
      <div>
        <PersonPicker
          label={say(labelOfAssignee(allowed, step))}
          error={errorOf('personId')}
          value={value.personId}
          onChange={(personId) => set({ personId })}
          among={allowed.candidateIds}
          without={value.coordinatorIds}
          isRequired
        />
        {/* Of more than these one is found sooner by typing. */}
        {allowed.candidateIds.length <= MOST_OFFERED && (
          <Choices
            label={`${say('documents.offered')}: ${say(labelOfAssignee(allowed, step))}`}
            choices={allowed.candidateIds
              .filter((personId) => !value.coordinatorIds.includes(personId))
              .map((personId) => ({ key: personId, label: nameOf(personId) }))}
            chosen={value.personId === null ? [] : [value.personId]}
            onChoose={(personId) => set({ personId: personId === value.personId ? null : personId })}
          />
        )}
      </div>
      {isShared && (
        <PeoplePicker
          label={say('documents.coordinators')}
          description={say('frame.optional')}
          error={errorOf('coordinatorIds')}
          value={value.coordinatorIds}
          onChange={(coordinatorIds) => set({ coordinatorIds })}
          among={allowed.candidateIds}
          without={value.personId === null ? [] : [value.personId]}
        />
      )}
    </>
  );
}
