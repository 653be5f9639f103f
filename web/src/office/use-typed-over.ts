import { useState } from 'react';

/**
 * The fields of a form over what was fetched: `const [fields, type, discard] = useTypedOver(office)`. What was typed
 * stays; the rest follows what is fetched, which may be younger than the form, so that saving puts nothing old back.
 */
export function useTypedOver<T extends object>(
  fetched: T,
): readonly [fields: T, type: (changed: Partial<T>) => void, discard: () => void] {
  const [typed, setTyped] = useState<Partial<T>>({});
  return [{ ...fetched, ...typed }, (changed) => setTyped((before) => ({ ...before, ...changed })), () => setTyped({})];
}
