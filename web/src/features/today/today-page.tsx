import type { TodayItem } from '@congso/contract/sync';
import { formatCivilDate, weekdayNameOf } from '@congso/language/dates';
import { shortName } from '@congso/language/names';
import { IconCoffee } from '@tabler/icons-react';
import { Page, Section } from '../../components/layout/page.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { useNow } from '../../lib/time/use-now.ts';
import { todayInOffice } from '../../office/holidays.ts';
import { useMe } from '../../office/me.ts';
import { FirstSteps, useIsNewOffice } from './first-steps.tsx';
import { sectionsOf } from './sections.ts';
import classes from './today.module.css';
import { useToday } from './today-queries.ts';
import { TodayRow } from './today-row.tsx';

/** The front door: what do I owe today? */
export function TodayPage() {
  const say = useSay();
  const now = useNow();
  const { person, officeName } = useMe();
  const owed = useToday();
  const isNewOffice = useIsNewOffice();
  const today = todayInOffice();
  const weekday = say(`frame.weekday.${weekdayNameOf(today)}`);
  return (
    <Page
      title={say('today.title')}
      detail={
        <>
          {weekday}, {formatCivilDate(today)} · {officeName}
        </>
      }
    >
      <p className={classes.greeting}>{say('today.greeting', { name: shortName(person) })}</p>
      <Loaded query={owed} skeleton={<ListSkeleton />}>
        {(items) => (
          <>
            {isNewOffice && <FirstSteps />}
            {items.length === 0 && !isNewOffice && (
              <EmptyState icon={<IconCoffee size={40} />} title={say('today.empty')} hint={say('today.emptyHint')} />
            )}
            {sectionsOf(items, now).map((section) => (
              <Section key={section.name} title={`${say(`today.section.${section.name}`)} (${section.items.length})`}>
                <ul className={classes.list}>
                  {section.items.map((item) => (
                    <li key={keyOf(item)}>
                      <TodayRow item={item} />
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function keyOf(item: TodayItem): string {
  switch (item.kind) {
    case 'reminder':
      return `reminder:${item.reminder.id}`;
    case 'task':
      return `task:${item.task.id}`;
    case 'notice':
      return `notice:${item.notice.id}`;
    case 'document':
      return `document:${item.document.id}`;
    case 'mail':
      return 'mail';
  }
}
