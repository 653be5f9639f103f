import { setPriority } from 'node:os';
import type { Answers, Given } from './abuse.ts';
import { ABUSES, type AbuseName } from './abuses.ts';

// Abusers have machines of their own: here they get what the office leaves.
setPriority(19);
const [name = '', given = ''] = process.argv.slice(2);
const answers: Answers = {};
await ABUSES[name as AbuseName].abuse(JSON.parse(given) as Given, (answer) => {
  answers[answer] = (answers[answer] ?? 0) + 1;
});
process.stdout.write(JSON.stringify(answers), () => process.exit());
