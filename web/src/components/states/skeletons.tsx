import { Skeleton } from '@mantine/core';
import { useSay } from '../../lib/language.ts';

/** The shape of a list that is loading. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const say = useSay();
  return (
    <div role="status" aria-label={say('frame.state.loading')} style={{ padding: '0.75rem 1rem' }}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ display: 'flex', gap: '0.75rem', alignItems: 'center', padding: '0.5rem 0' }}>
          <Skeleton height="2.25rem" circle />
          <div style={{ flex: 1 }}>
            <Skeleton height="0.75rem" width={`${45 + ((row * 17) % 35)}%`} />
            <Skeleton height="0.625rem" width={`${60 + ((row * 23) % 35)}%`} mt="0.5rem" />
          </div>
        </div>
      ))}
    </div>
  );
}

/** The shape of one opened thing that is loading. */
export function DetailSkeleton() {
  const say = useSay();
  return (
    <div role="status" aria-label={say('frame.state.loading')} style={{ padding: '1.5rem' }}>
      <Skeleton height="1.5rem" width="55%" mb="1.25rem" />
      {['92%', '85%', '96%', '64%'].map((width) => (
        <Skeleton key={width} height="0.75rem" width={width} mb="0.75rem" />
      ))}
    </div>
  );
}
