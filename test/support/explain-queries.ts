import type { Office } from '@congso/domain/office/office';

/** How the database answered one query: by which index, and how many of the collection's documents it read for it. */
export type Explained = { readonly collection: string; readonly indexes: readonly string[]; readonly examined: number };

type Stage = { stage?: string; indexName?: string; inputStage?: Stage; inputStages?: Stage[] };
type Plan = { queryPlanner: { winningPlan: Stage }; executionStats: { totalDocsExamined: number } };
type Asked = { collection: string; filter: object; options: Record<string, unknown> };

/** Does something, and has the database explain every `find` that was asked meanwhile. A scan's index is `COLLSCAN`. */
export async function explainQueries(office: Office, run: () => Promise<unknown>): Promise<Explained[]> {
  const asked: Asked[] = [];
  office.db.set('debug', (collection: string, method: string, filter: object, options: Record<string, unknown>) => {
    if (method === 'find' || method === 'findOne') asked.push({ collection, filter, options });
  });
  await run();
  office.db.set('debug', false);
  return Promise.all(asked.map((one) => explain(office, one)));
}

async function explain(office: Office, { collection, filter, options }: Asked): Promise<Explained> {
  const plan = (await office.db.collection(collection).find(filter, options).explain('executionStats')) as Plan;
  return {
    collection,
    indexes: listScans(plan.queryPlanner.winningPlan),
    examined: plan.executionStats.totalDocsExamined,
  };
}

function listScans({ stage, indexName, inputStage, inputStages = [] }: Stage): string[] {
  const own = stage === 'COLLSCAN' ? [stage] : indexName ? [indexName] : [];
  return [...own, ...[...(inputStage ? [inputStage] : []), ...inputStages].flatMap(listScans)];
}
