import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { doAll, Person } from './person';
import { runTool, type Ran } from './run-tool';

const examples = join(import.meta.dirname, '../../../examples');

/** One of the examples in a folder of its own, and somebody who carries it out there. */
class Desk {
  readonly folder: string;
  readonly file: string;
  readonly before: string;

  constructor(example: string) {
    this.before = readFileSync(join(examples, example), 'utf8');
    this.folder = temporaryFolder({ [basename(example)]: this.before, 'state/.keep': '' });
    this.file = join(this.folder, basename(example));
    vi.stubEnv('XDG_STATE_HOME', join(this.folder, 'state'));
  }

  run(person: Person, ...options: readonly string[]): Promise<Ran> {
    const args = ['run', this.file, '--folder', this.folder, '--who', 'Ada', ...options];
    return runTool(args, { prompts: person.streams });
  }

  get text(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** The run files. */
  records(): string[] {
    const folder = join(this.folder, 'runs');
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  }

  /** The journals of runs. */
  journals(): string[] {
    return readdirSync(join(this.folder, 'state', 'runbook', 'runs'));
  }

  async findingsOfRecords(): Promise<string> {
    const { out } = await runTool(['check', this.folder, '--no-cache']);
    return out
      .split('\n')
      .filter((line) => line.includes('runs/'))
      .join('\n');
  }
}

describe.each([
  'playbooks/launch-gift-wrap.md',
  'runbooks/gift-wrap.md',
  'runbooks/RUN-020-restore-orders-database.md',
  'releases/storefront-2.14.0.md',
])('%s', (example) => {
  test('is carried out in a terminal from start to end', async () => {
    const desk = new Desk(example);
    const person = new Person();
    const [ran] = await Promise.all([desk.run(person), doAll(person)]);
    expect({ code: ran.code, error: ran.error }).toEqual({ code: 0, error: '' });
    expect(desk.text).not.toBe(desk.before);
    const [record = ''] = desk.records();
    expect(record).toContain('outcome: succeeded');
    expect(record).toContain('who: "Ada"');
    expect(ran.out.trim()).toBe(join(desk.folder, 'runs', readdirSync(join(desk.folder, 'runs'))[0] ?? ''));
    expect(await desk.findingsOfRecords()).toBe('');
    expect(person.seen).toContain('Summary for the channel');
    expect(person.seen).toContain('| Time (UTC) | What happened | Who |');
    expect(desk.journals()).toEqual([]);
  });

  test('is printed as a checklist, and nothing is changed', async () => {
    const desk = new Desk(example);
    const { code, out } = await runTool(['run', desk.file, '--folder', desk.folder, '--print']);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => /^\s*(?:\[[ x]\]|\( \)) /.test(line)).length).toBeGreaterThan(10);
    expect(desk.text).toBe(desk.before);
    expect(readdirSync(desk.folder).toSorted()).toEqual([basename(example), 'state'].toSorted());
  });
});

test('a gate with open boxes takes a reason, a step that failed leads to a decision and a rollback', async () => {
  const desk = new Desk('playbooks/move-orders-to-postgresql-17.md');
  const person = new Person();
  const running = desk.run(person);
  await person.choose('Continue');
  await person.write('Reason (empty: no)', 'the status page follows');
  await person.choose('Begin the phase');
  await person.choose('Done');
  await person.choose('Done');
  await person.choose('Done');
  await person.choose('Tick boxes');
  await person.tick('Three nightly comparisons');
  await person.choose('Continue');
  await person.write('Reason (empty: no)', 'agreed with the lead');
  await person.choose('Begin the phase');
  await person.choose('Done');
  await person.choose('It failed');
  await person.write('What failed? (may be empty)', 'the delay does not fall');
  await person.choose('Roll back: ');
  for (;;) {
    const question = await person.question();
    const next = ['Done', 'Continue', 'The rollback is complete'].find((label) =>
      question.options.includes(label),
    );
    person.pick(question, next ?? 'End the run');
    if (next === undefined) break;
  }
  await person.choose('It was rolled back', 'How did it end?');
  await person.write('Note for the record (may be empty)', 'again on Thursday');
  const { code } = await running;
  expect(code).toBe(0);
  const [record = ''] = desk.records();
  expect(record).toContain('outcome: rolled-back');
  expect(record).toContain('stopped: "Phase 3, step 2"');
  expect(record).toContain('(the status page follows)');
  expect(record).toContain('(agreed with the lead)');
  expect(record).toMatch(/\| Failed \| Ada \| the delay does not fall \|/);
  expect(record).toContain('Ended: Rolled back: again on Thursday');
  expect(desk.text).toContain('| Rolled back | the delay does not fall');
  expect(await desk.findingsOfRecords()).toBe('');
});

test('a decision leads where its words say', async () => {
  const desk = new Desk('playbooks/move-orders-to-postgresql-17.md');
  const person = new Person();
  const running = desk.run(person);
  await person.choose('Continue');
  await person.write('Reason (empty: no)', 'none');
  for (;;) {
    const question = await person.question();
    const branch = question.options.find((label) => label.includes('roll this phase back'));
    if (branch !== undefined) {
      person.pick(question, branch);
      break;
    }
    const wanted = ['Begin the phase', 'Done', 'Continue'].find((label) => question.options.includes(label));
    person.pick(question, wanted ?? '');
    if (wanted === 'Continue') await person.write('Reason (empty: no)', 'none');
  }
  const { options } = await person.question();
  expect(options[0]).toMatch(/^(?:Done|Tick boxes|The rollback is complete)/);
  person.pick({ message: '', options, open: 0 }, 'Leave');
  const { code, out } = await running;
  expect({ code, out }).toEqual({ code: 0, out: '' });
});

test('Ctrl-C keeps the run, and --resume continues it where it was', async () => {
  const desk = new Desk('runbooks/RUN-020-restore-orders-database.md');
  const first = new Person();
  const left = desk.run(first);
  await first.choose('Tick boxes');
  await first.tickAll();
  await first.choose('Continue');
  await first.choose('Tick boxes');
  await first.tick('The checkout page');
  await first.choose('Write a note');
  await first.write('Note', 'looking for the second person');
  await first.interrupt();
  expect((await left).code).toBe(0);
  expect(first.seen).toContain(`runbook-md run ${desk.file} --folder ${desk.folder} --resume`);
  // all that was ticked is in the document when the tool ends
  expect(desk.text.split('[x]')).toHaveLength(5);
  expect(desk.journals()).toHaveLength(1);

  const second = new Person();
  const [resumed] = await Promise.all([desk.run(second, '--resume'), doAll(second)]);
  expect(resumed.code).toBe(0);
  const [record = ''] = desk.records();
  expect(record).toContain('looking for the second person');
  expect(record.match(/Ticked "The checkout page/g)).toHaveLength(1);

  const none = await desk.run(new Person(), '--resume');
  expect(none.code).toBe(2);
  expect(none.error).toContain('there is no run');
});

test('what somebody writes into the runbook meanwhile stays, and ticks go in beside it', async () => {
  const desk = new Desk('runbooks/RUN-020-restore-orders-database.md');
  const person = new Person();
  const running = desk.run(person);
  const question = await person.question();
  const edited = desk.before.replace('\n## ', '\nAsk Grace about the tape.\n\n## ');
  writeFileSync(desk.file, edited);
  person.pick(question, 'Tick boxes');
  await person.tickAll();
  await person.choose('Leave');
  expect((await running).error).toBe('');
  expect(desk.text).not.toBe(edited);
  expect(desk.text.replaceAll('[x]', '[ ]')).toBe(edited);
});

test('a run that was not ended is told of when another one begins', async () => {
  const desk = new Desk('runbooks/RUN-020-restore-orders-database.md');
  for (let count = 0; count < 2; count++) {
    const person = new Person();
    const running = desk.run(person);
    await person.choose('Leave');
    const { error } = await running;
    expect(error).toMatch(
      count === 0 ? /^$/ : /^runbook-md: a run of .* has not ended; --resume continues it\.\n$/,
    );
  }
});

test('a drill that succeeded is written into Last Tested', async () => {
  const desk = new Desk('runbooks/RUN-020-restore-orders-database.md');
  const person = new Person();
  await Promise.all([desk.run(person, '--drill'), doAll(person)]);
  const today = new Date().toLocaleDateString('sv');
  expect(desk.text).toContain(`Last Tested: ${today}`);
  expect(desk.records()[0]).toContain('drill: true');
});
