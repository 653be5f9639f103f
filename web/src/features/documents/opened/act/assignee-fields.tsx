import type { SlipStep } from '@congso/contract/documents';
import { PeoplePicker, PersonPicker } from '../../../../components/people/people-picker.tsx';
import { UnitPicker, UnitsPicker } from '../../../../components/people/unit-picker.tsx';
import type { FieldError } from '../../../../components/states/use-field-error.ts';
import { useSay } from '../../../../lib/language.ts';
import type { AllowedAction } from './document-actions.tsx';

/** Who takes what follows, as `documents.act` wants it. */
export type Assignees = {
  personId: string | null;
  coordinatorIds: string[];
  leadUnitId: string | null;
  coordinatingUnitIds: string[];
};

export const NOBODY: Assignees = { personId: null, coordinatorIds: [], leadUnitId: null, coordinatingUnitIds: [] };

/** A coordinating step may be followed by coordinating units alone; every other needs its one lead. */
export function isAssigned({ assignee }: AllowedAction, step: SlipStep | null, chosen: Assignees): boolean {
  if (assignee === 'person') return chosen.personId !== null;
  if (assignee === 'none') return true;
  return chosen.leadUnitId !== null || (step?.part === 'coordinate' && chosen.coordinatingUnitIds.length > 0);
}

type Props = {
  allowed: AllowedAction;
  step: SlipStep | null;
  value: Assignees;
  onChange: (assignees: Assignees) => void;
  errorOf: FieldError;
};

/** Chooses a person of those the workflow allows, or a leading unit and the coordinating ones. */
export function AssigneeFields({ allowed, step, value, onChange, errorOf }: Props) {
  const say = useSay();
  const set = (changed: Partial<Assignees>) => onChange({ ...value, ...changed });
  if (allowed.assignee === 'none') return null;
  if (allowed.assignee === 'units') {
    return (
      <>
        <UnitPicker
          label={say('documents.leadUnit')}
          error={errorOf('leadUnitId')}
          value={value.leadUnitId}
          onChange={(leadUnitId) => set({ leadUnitId })}
          without={value.coordinatingUnitIds}
          isRequired={step?.part !== 'coordinate'}
        />
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
      <PersonPicker
        label={say(isShared ? 'documents.leadPerson' : 'documents.chooseLeader')}
        error={errorOf('personId')}
        value={value.personId}
        onChange={(personId) => set({ personId })}
        among={allowed.candidateIds}
        without={value.coordinatorIds}
        isRequired
      />
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
