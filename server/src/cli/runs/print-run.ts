/** A runbook as a checklist for paper or a chat, and the parts of a run as lines of a terminal. Plain text. */
import type {
  RunBlock,
  RunBox,
  RunGate,
  RunRollback,
  RunStep,
  RunView,
  RunWords,
} from '../../../../protocol/src/run-view';

/** The words of a stretch; code keeps its backticks. */
export function wordsIn(words: readonly RunWords[]): string {
  return words.map(({ text, form }) => (form === 'code' ? `\`${text}\`` : text)).join('');
}

function textOf(words: readonly RunWords[]): string {
  return words.map(({ text }) => text).join('');
}

/** A whole run, each thing to do with a box. */
export function checklistOf(view: RunView): string {
  const lines = [view.entry === null ? view.title : `${view.entry}: ${view.title}`];
  if (view.purpose.length > 0) lines.push('', wordsIn(view.purpose));
  lines.push(...gateLines(view.prerequisites));
  for (const phase of view.phases) {
    const name = phase.number === '' ? phase.title : `Phase ${phase.number}: ${phase.title}`;
    // what is nothing but a gate has its name from there
    const isGate = phase.steps.length + phase.objective.length === 0 && name === phase.gate?.title;
    if (name !== '' && !isGate) lines.push('', name.toUpperCase() === name ? name : `== ${name} ==`);
    if (phase.objective.length > 0) lines.push(`   ${wordsIn(phase.objective)}`);
    for (const { words } of phase.dependencies) lines.push(`   First: ${wordsIn(words)}`);
    const asked = phase.decision === null ? [] : decisionLines(phase.decision);
    for (const step of phase.steps) lines.push('', ...stepLines(step));
    lines.push(...asked, ...gateLines(phase.gate));
    const back = view.rollbacks.find(({ id }) => id === phase.rollback);
    if (back?.phase === phase.id) lines.push(...rollbackLines(back));
  }
  for (const rollback of view.rollbacks.filter(({ phase }) => phase === null))
    lines.push(...rollbackLines(rollback));
  if (view.escalation.levels.length > 0) lines.push('', '== Whom to call ==');
  for (const { title, words, afterMinutes } of view.escalation.levels) {
    const due = afterMinutes === null ? '' : ` (after ${String(afterMinutes)} min)`;
    lines.push(`   ${[title, wordsIn(words)].filter((part) => part !== '').join(': ')}${due}`);
  }
  lines.push(...gateLines(view.post));
  return `${lines.join('\n')}\n`;
}

/** A step with what it says, its commands, and what is to be seen. */
export function stepLines(step: RunStep): string[] {
  const { number, title, blocks, commands, verification } = step;
  const box = step.status === 'done' ? '[x]' : '[ ]';
  // a block with the words of the title is there for its link, which paper has not
  const others = blocks.filter((block) => block.type !== 'text' || textOf(block.words) !== title);
  return [
    `${box} ${number === '' ? '' : `${number}. `}${title}`,
    ...blockLines(others, commands).map((line) => `    ${line}`),
    ...verification.map((one) => `    ${boxLine(one)}`),
  ];
}

function blockLines(blocks: readonly RunBlock[], commands: RunStep['commands']): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'text':
        return [
          `${'  '.repeat(Math.max(0, block.level - 1))}${block.marker === '' ? '' : `${block.marker} `}${wordsIn(block.words)}`,
        ];
      case 'code':
        return block.text.split('\n').map((line) => `  ${line}`);
      case 'command': {
        const command = commands.find(({ id }) => id === block.command);
        const mark = command?.destructive == null ? [] : [`! destroys something: ${command.destructive}`];
        return [...mark, ...(command?.text ?? '').split('\n').map((line) => `$ ${line}`)];
      }
    }
  });
}

/** A box with its words; what the document has no box for is marked as such. */
export function boxLine({ words, ticked, inDocument }: RunBox): string {
  return `${ticked ? '[x]' : inDocument ? '[ ]' : '( )'} ${wordsIn(words)}`;
}

function gateLines(gate: RunGate | null): string[] {
  return gate === null ? [] : ['', `-- ${gate.title} --`, ...gate.boxes.map((box) => `   ${boxLine(box)}`)];
}

function decisionLines({
  title,
  branches,
  escalation,
}: NonNullable<RunView['phases'][number]['decision']>): string[] {
  return [
    '',
    `-- ${title} --`,
    ...branches.map(
      ({ condition, then }) =>
        `   ? ${[wordsIn(condition), wordsIn(then)].filter((part) => part !== '').join(': ')}`,
    ),
    ...(escalation.length === 0 ? [] : [`   Escalation: ${wordsIn(escalation)}`]),
  ];
}

function rollbackLines({ title, blocks, steps, gate }: RunRollback): string[] {
  return [
    '',
    `-- ${title}, if it fails --`,
    ...blockLines(blocks, []).map((line) => `   ${line}`),
    ...steps.flatMap((step) => stepLines(step).map((line) => `   ${line}`)),
    ...gateLines(gate),
  ];
}
