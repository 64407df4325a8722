import { describe, expect, test } from 'vitest';
import { ServerLife, type ServerRun, type ServerState } from '../../client/src/server-life.js';

/** A promise that the test settles. */
class Turn {
  pass: () => void = () => undefined;
  refuse: () => void = () => undefined;
  readonly promise = new Promise<void>((resolve, reject) => {
    this.pass = resolve;
    this.refuse = () => {
      reject(new Error('refused'));
    };
  });
}

/** A server whose start and end come when the test says so. */
class TestRun implements ServerRun {
  readonly #starting = new Turn();
  readonly #ending = new Turn();
  readonly crash: () => void;
  readonly name: string;
  readonly #log: string[];

  constructor(name: string, log: string[], onCrash: () => void) {
    this.name = name;
    this.crash = onCrash;
    this.#log = log;
  }

  start(): Promise<void> {
    this.#log.push(`${this.name} starts`);
    return this.#starting.promise;
  }

  end(): Promise<void> {
    this.#log.push(`${this.name} is to end`);
    return this.#ending.promise;
  }

  succeed(): void {
    this.#starting.pass();
  }

  fail(): void {
    this.#starting.refuse();
  }

  hasEnded(): void {
    this.#log.push(`${this.name} has ended`);
    this.#ending.pass();
  }
}

function setUp(): { life: ServerLife; runs: TestRun[]; states: ServerState[]; log: string[] } {
  const runs: TestRun[] = [];
  const states: ServerState[] = [];
  const log: string[] = [];
  const life = new ServerLife(
    (onCrash) => {
      const run = new TestRun(String(runs.length + 1), log, onCrash);
      runs.push(run);
      return run;
    },
    (state) => states.push(state),
  );
  return { life, runs, states, log };
}

/** Lets everything happen that waits for nothing from outside. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('A server', () => {
  test('runs when its start has come to its end', async () => {
    const { life, runs, states } = setUp();
    void life.start();
    expect(runs).toHaveLength(1);
    expect(life.state).toBe('starting');
    runs[0]?.succeed();
    await settle();
    expect(states).toEqual(['running']);
  });

  test('that could not be started is stopped until someone asks for another start', async () => {
    const { life, runs, states } = setUp();
    void life.start();
    runs[0]?.fail();
    await settle();
    expect(states).toEqual(['stopped']);
    void life.start();
    runs[0]?.hasEnded();
    await settle();
    runs[1]?.succeed();
    await settle();
    expect(states).toEqual(['stopped', 'starting', 'running']);
  });

  test('is asked for while an earlier start fails: the failure has no say', async () => {
    const { life, runs, states, log } = setUp();
    void life.start();
    void life.start();
    runs[0]?.fail();
    await settle();
    expect(life.state).toBe('starting');
    expect(runs).toHaveLength(1);
    runs[0]?.hasEnded();
    await settle();
    runs[1]?.succeed();
    await settle();
    expect(states).toEqual(['running']);
    expect(log).toEqual(['1 starts', '1 is to end', '1 has ended', '2 starts']);
  });

  test('is asked for while an earlier start comes to its end: the earlier one ends first', async () => {
    const { life, runs, states } = setUp();
    void life.start();
    void life.start();
    runs[0]?.succeed();
    await settle();
    expect(states).toEqual([]);
    runs[0]?.hasEnded();
    await settle();
    expect(runs).toHaveLength(2);
  });

  test('that is asked for several times at once is started once', async () => {
    const { life, runs, states } = setUp();
    void life.start();
    for (let times = 0; times < 3; times++) void life.start();
    runs[0]?.hasEnded();
    await settle();
    expect(runs).toHaveLength(2);
    runs[1]?.succeed();
    await settle();
    expect(states).toEqual(['running']);
  });

  test('that crashes is followed by another one, a few times', async () => {
    const { life, runs, states } = setUp();
    void life.start();
    for (let crashes = 0; crashes < 5; crashes++) {
      const run = runs.at(-1);
      run?.succeed();
      await settle();
      expect(life.state).toBe('running');
      run?.crash();
      run?.hasEnded();
      await settle();
    }
    expect(runs).toHaveLength(5);
    expect(states.slice(-3)).toEqual(['starting', 'running', 'stopped']);
  });

  test('that crashes before its start has come to its end does not count as running', async () => {
    const { life, runs, states } = setUp();
    void life.start();
    runs[0]?.crash();
    runs[0]?.succeed();
    runs[0]?.hasEnded();
    await settle();
    expect(states).toEqual([]);
    expect(runs).toHaveLength(2);
  });

  test('that was ended on purpose has not crashed', async () => {
    const { life, runs } = setUp();
    void life.start();
    runs[0]?.succeed();
    await settle();
    const ended = life.dispose();
    runs[0]?.crash();
    runs[0]?.hasEnded();
    await ended;
    expect(runs).toHaveLength(1);
  });
});
