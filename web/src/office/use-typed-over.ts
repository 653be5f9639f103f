import { useState } from 'react';

/**
 * The fields of a form over what was fetched: `const [fields, type, discard, typed] = useTypedOver(office)`. What was
 * typed stays; the rest follows what is fetched, which may be younger than the form. Only `typed` is sent, so that saving
 * puts back nothing that somebody else has changed meanwhile.
 */
export function useTypedOver<T extends object>(
  fetched: T,
): readonly [fields: T, type: (changed: Partial<T>) => void, discard: () => void, typed: Partial<T>] {
  const [typed, setTyped] = useState<Partial<T>>({});
  const type = (changed: Partial<T>) => setTyped((before) => ({ ...before, ...changed }));
  return [{ ...fetched, ...typed }, type, () => setTyped({}), typed];
}
