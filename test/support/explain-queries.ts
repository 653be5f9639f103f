import type { Office } from '@congso/domain/office/office';

/** How the database answered one query: by which index, and how many of the collection's documents it read for it. */
export type Explained = { readonly collection: string; readonly indexes: readonly string[]; readonly examined: number };

type Stage = { stage?: string; indexName?: string; inputStage?: Stage; inputStages?: Stage[] };
type Plan = { queryPlanner: { winningPlan: Stage }; executionStats: { totalDocsExamined: number } };
type Asked = { collection: string; method: string; what: object; options: Record<string, unknown> };

/** Does something, and has the database explain every query that was asked meanwhile. A scan's index is `COLLSCAN`. */
export async function explainQueries(office: Office, run: () => Promise<unknown>): Promise<Explained[]> {
  const asked: Asked[] = [];
  // What is still told of earlier acts asks as well.
  await office.relay.settled();
  office.db.set('debug', (collection: string, method: string, what: object, options: Record<string, unknown>) => {
    if (['find', 'findOne', 'aggregate', 'countDocuments'].includes(method)) {
      asked.push({ collection, method, what, options });
    }
  });
  await run();
  office.db.set('debug', false);
  return Promise.all(asked.map((one) => explain(office, one)));
}

async function explain(office: Office, one: Asked): Promise<Explained> {
  const { queryPlanner, executionStats } = await planOf(office, one);
  return {
    collection: one.collection,
    indexes: listScans(queryPlanner.winningPlan),
    examined: executionStats.totalDocsExamined,
  };
}

async function planOf(office: Office, { collection, method, what, options }: Asked): Promise<Plan> {
  const asked = office.db.collection(collection);
  if (method === 'find' || method === 'findOne')
    return (await asked.find(what, options).explain('executionStats')) as Plan;
  const stages = method === 'aggregate' ? (what as object[]) : [{ $match: what }, { $group: { _id: 1 } }];
  const plan = (await asked.aggregate(stages).explain('executionStats')) as Plan | { stages: [{ $cursor: Plan }] };
  return 'stages' in plan ? plan.stages[0].$cursor : plan;
}

function listScans({ stage, indexName, inputStage, inputStages = [] }: Stage): string[] {
  const own = stage === 'COLLSCAN' ? [stage] : indexName ? [indexName] : [];
  return [...own, ...[...(inputStage ? [inputStage] : []), ...inputStages].flatMap(listScans)];
}
