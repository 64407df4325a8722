/** The results of a mocha run as events for the script outside. Knows no host. */
import type Mocha from 'mocha';
import type { TestEvent } from './test-event.js';

/** Reports each test as it ends. */
export function listen(runner: Mocha.Runner, report: (event: TestEvent) => void): void {
  runner.on('pass', (test) => {
    report({ type: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
  });
  runner.on('fail', (test, error: unknown) => {
    report({ type: 'fail', title: test.fullTitle(), reason: reasonOf(error) });
  });
  runner.on('pending', (test) => {
    report({ type: 'skip', title: test.fullTitle() });
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = error.stack ?? error.message;
  return error.cause === undefined ? reason : `${reason}\ncaused by ${reasonOf(error.cause)}`;
}
