import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../components/layout/page.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { useSay } from '../../lib/language.ts';
import { listKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { useUnit } from '../../office/units.ts';
import classes from './due-by-unit.module.css';

const SPANS = ['late', 'thisWeek'] as const;

/**
 * The leaders' strip: what each unit has late and due this week, as bars with their numbers, each opening its rows. It is
 * a table, so that it is read as one by whoever does not see bars.
 */
export function DueByUnit() {
  const say = useSay();
  const query = useQuery({
    ...askOptions(listKeyOf('document', 'due-by-unit'), 'documents.dueByUnit', {}),
    select: ({ units }) => units,
  });
  return (
    <Section title={say('documents.strip.title')}>
      <Loaded query={query} skeleton={<ListSkeleton rows={2} />}>
        {(units) => {
          if (units.length === 0) return <p className={classes.none}>{say('documents.strip.none')}</p>;
          const most = Math.max(...units.flatMap(({ late, thisWeek }) => [late, thisWeek]));
          return (
            <table className={classes.strip}>
              <thead>
                <tr>
                  <th scope="col">{say('documents.strip.unit')}</th>
                  {SPANS.map((span) => (
                    <th key={span} scope="col">
                      {say(`documents.strip.${span}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {units.map((unit) => (
                  <UnitRow key={unit.unitId} unit={unit} most={most} />
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
    </Section>
  );
}

type RowProps = { unit: { unitId: string; late: number; thisWeek: number }; most: number };

function UnitRow({ unit: { unitId, ...counts }, most }: RowProps) {
  const say = useSay();
  const name = useUnit(unitId)?.name ?? '…';
  return (
    <tr>
      <th scope="row">{name}</th>
      {SPANS.map((span) => (
        <td key={span}>
          {counts[span] === 0 ? (
            <span className={classes.nothing}>0</span>
          ) : (
            <Link
              className={classes.bar}
              data-span={span}
              to="/documents/register"
              search={{ openAt: unitId, due: span }}
              aria-label={say('documents.strip.opens', {
                unit: name,
                what: say(`documents.strip.${span}`),
                count: counts[span],
              })}
            >
              <span className={classes.fill} style={{ width: `${(counts[span] / most) * 100}%` }} aria-hidden="true" />
              <span className={classes.count}>{counts[span]}</span>
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}
