import type { TodayItem } from '@congso/contract/sync';
import { formatCivilDate, weekdayNameOf } from '@congso/language/dates';
import { shortName } from '@congso/language/names';
import { IconCoffee } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { Page, Section } from '../../components/layout/page.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { useNow } from '../../lib/time/use-now.ts';
import { todayInOffice } from '../../office/holidays.ts';
import { useHasRole, useMe } from '../../office/me.ts';
import { DueByUnit } from '../documents/open-due-by-unit.tsx';
import { FirstSteps, useIsNewOffice } from './first-steps.tsx';
import { isWaiting, sectionsOf, type Wait } from './sections.ts';
import classes from './today.module.css';
import { useToday } from './today-queries.ts';
import { TodayRow } from './today-row.tsx';
import { WaitingStrip } from './waiting-strip.tsx';

const route = getRouteApi('/office/');

/** The front door: what do I owe today? */
export function TodayPage() {
  const say = useSay();
  const now = useNow();
  const { person, officeName } = useMe();
  const owed = useToday();
  const isNewOffice = useIsNewOffice();
  const leads = useHasRole('leader', 'head', 'deputy');
  const { only = null } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (wait: Wait | null) => void navigate({ replace: true, search: wait === null ? {} : { only: wait } });
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
        {(items) => {
          const shown = only === null ? items : items.filter((item) => isWaiting(item, only, now));
          const sections = sectionsOf(shown.length > 0 ? shown : items, now);
          return (
            <>
              {isNewOffice && <FirstSteps />}
              {items.length === 0 && !isNewOffice && (
                <EmptyState icon={<IconCoffee size={40} />} title={say('today.empty')} hint={say('today.emptyHint')} />
              )}
              <WaitingStrip items={items} now={now} chosen={only} onChoose={choose} />
              {items.length > 0 && <p className={classes.sorted}>{say('today.sorted')}</p>}
              {sections.map((section, index) => (
                <Section key={section.name} title={`${say(`today.section.${section.name}`)} (${section.items.length})`}>
                  <ul className={classes.list}>
                    {section.items.map((item, place) => (
                      <li key={keyOf(item)}>
                        <TodayRow item={item} isFirst={index === 0 && place === 0} />
                      </li>
                    ))}
                  </ul>
                </Section>
              ))}
            </>
          );
        }}
      </Loaded>
      {leads && <DueByUnit />}
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
