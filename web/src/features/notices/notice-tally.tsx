import type { Notice, NoticeTally as Tally } from '@congso/contract/notices';
import { Button, Progress } from '@mantine/core';
import { IconBellRinging, IconChevronDown, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { VirtualList } from '../../components/list/virtual-list.tsx';
import { PersonLine } from '../../components/people/person-name.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { showDone } from '../../components/states/show-done.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useUnit } from '../../office/units.ts';
import classes from './notices.module.css';
import { useTally } from './notices-queries.ts';

/** Who has seen or acknowledged a notice, unit by unit, moving while people answer. */
export function NoticeTally({ notice }: { notice: Notice }) {
  const asked = useTally(notice.id);
  return (
    <Loaded query={asked} skeleton={<ListSkeleton rows={3} />}>
      {(tally) => <Figures notice={notice} tally={tally} />}
    </Loaded>
  );
}

function Figures({ notice, tally }: { notice: Notice; tally: Tally }) {
  const say = useSay();
  const remind = useCommand('notices.remind', {
    onDone: ({ reminded }) => showDone(say('notices.reminded', { title: notice.title, count: reminded })),
  });
  const { mustAcknowledge } = notice;
  const waiting = tally.units.reduce((sum, { waitingIds }) => sum + waitingIds.length, 0);
  return (
    <div className={classes.tally}>
      <div className={classes.total} role="status">
        <span className={classes.totalWords}>
          {mustAcknowledge
            ? say('notices.tally', { acknowledged: tally.acknowledged, total: tally.audience })
            : say('notices.seenTally', { seen: tally.seen, total: tally.audience })}
        </span>
        {mustAcknowledge && (
          <span className={classes.quiet}>{say('notices.seenTally', { seen: tally.seen, total: tally.audience })}</span>
        )}
        {mustAcknowledge && waiting > 0 && notice.state === 'published' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBellRinging size={16} aria-hidden="true" />}
            loading={remind.isPending}
            onClick={() => remind.mutate({ noticeId: notice.id })}
          >
            {say('notices.action.remind')}
          </Button>
        )}
      </div>
      <Refused error={remind.error} />
      <ul className={classes.list}>
        {tally.units.map((unit) => (
          <li key={unit.unitId ?? ''} className={classes.unit}>
            <UnitTally unit={unit} mustAcknowledge={mustAcknowledge} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function UnitTally({ unit, mustAcknowledge }: { unit: Tally['units'][number]; mustAcknowledge: boolean }) {
  const say = useSay();
  const name = useUnit(unit.unitId)?.name ?? (unit.unitId === null ? say('notices.otherUnit') : '…');
  const [isShown, setIsShown] = useState(false);
  const answered = mustAcknowledge ? unit.acknowledged : unit.seen;
  const waiting = unit.waitingIds.length;
  const Chevron = isShown ? IconChevronDown : IconChevronRight;
  return (
    <>
      <div className={classes.unitHead}>
        <span className={classes.unitName}>{name}</span>
        <span>
          {answered}/{unit.audience}
        </span>
      </div>
      <Progress
        value={unit.audience === 0 ? 0 : (answered / unit.audience) * 100}
        size="sm"
        aria-label={`${name}: ${answered}/${unit.audience}`}
      />
      {waiting === 0 ? (
        <span className={classes.complete}>
          <IconCircleCheck size={16} aria-hidden="true" />
          {say(mustAcknowledge ? 'notices.allAcknowledged' : 'notices.allSeen')}
        </span>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isShown}
          leftSection={<Chevron size={16} aria-hidden="true" />}
          onClick={() => setIsShown(!isShown)}
        >
          {say('notices.waitingCount', { count: waiting })}
        </Button>
      )}
      {isShown && waiting > 0 && (
        <div className={classes.waiting}>
          <VirtualList items={unit.waitingIds}>
            {(personId) => (
              <Link key={personId} to="/directory/$personId" params={{ personId }} className={classes.waitingLine}>
                <PersonLine personId={personId} />
              </Link>
            )}
          </VirtualList>
        </div>
      )}
    </>
  );
}
