import type { Story } from '../../outbox/outbox-entry.ts';

/** The story of a changed unit, which every screen shows somewhere. */
export function unitChanged(unitId: string, action: string, details: Record<string, unknown> = {}): Story {
  return {
    action,
    details,
    facts: [{ name: 'unit.changed', payload: { unitId } }],
    marks: [{ to: 'everyone', kind: 'unit' }],
  };
}
