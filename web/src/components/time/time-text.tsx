import { civilDateOf, formatDate, formatDateTime, formatTime, relativeDayOf } from '@congso/language/dates';
import { useSay } from '../../lib/language.ts';
import { useNow } from '../../lib/time/use-now.ts';

/** When something happened, as short as it is clear: "14:05" today, "hôm qua 14:05", else "05/03/2026 14:05". */
export function TimeText({ at }: { at: string }) {
  const say = useSay();
  const now = useNow();
  const near = relativeDayOf(civilDateOf(at), now);
  const text =
    near === 'today' ? formatTime(at) : near ? `${say(`frame.day.${near}`)} ${formatTime(at)}` : formatDateTime(at);
  return (
    <time dateTime={at} title={formatDateTime(at)}>
      {text}
    </time>
  );
}

/** The same for narrow lists: "14:05" today, "hôm qua", else "05/03/2026". */
export function ShortTimeText({ at }: { at: string }) {
  const say = useSay();
  const now = useNow();
  const near = relativeDayOf(civilDateOf(at), now);
  return (
    <time dateTime={at} title={formatDateTime(at)}>
      {near === 'today' ? formatTime(at) : near ? say(`frame.day.${near}`) : formatDate(at)}
    </time>
  );
}
