import type { Answers, Given } from './abuse.ts';
import { ABUSES, type AbuseName } from './abuses.ts';

const [name = '', given = ''] = process.argv.slice(2);
const answers: Answers = {};
process.stdout.write('begins\n');
await ABUSES[name as AbuseName].abuse(JSON.parse(given) as Given, (answer) => {
  answers[answer] = (answers[answer] ?? 0) + 1;
});
process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit());
