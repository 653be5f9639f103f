/** `count-results.mjs CHECKS TESTS CODE`: the last line of bin/test, from what bin/check printed and vitest wrote. */
import { existsSync, readFileSync } from 'node:fs';

const [, , checksFile, testsFile, testsCode] = process.argv;
const [, checksPassed = '0', checksFailed = '1'] =
  /^checks: (\d+) passed, (\d+) failed$/m.exec(readFileSync(checksFile, 'utf8')) ?? [];

/** A file that cannot even be loaded has no test in it that could fail: it counts as one failed. */
function countTests() {
  if (!existsSync(testsFile)) return { passed: 0, failed: 1 };
  const results = JSON.parse(readFileSync(testsFile, 'utf8'));
  const unloaded = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: results.numPassedTests, failed: results.numFailedTests + unloaded.length };
}

const tests = countTests();
const passed = Number(checksPassed) + tests.passed;
let failed = Number(checksFailed) + tests.failed;
// An error outside any test (an unhandled rejection) fails the run as well.
if (tests.failed === 0 && testsCode !== '0') failed += 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
