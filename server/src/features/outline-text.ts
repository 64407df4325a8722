/**
 * The model of one document as readable text: what `runbook-md outline FILE` prints and what the golden tests compare.
 * Places read `line:column-line:column`, from 1, columns in UTF-16 units, ends exclusive.
 */
import type {
  FrontMatterProblem,
  Entry,
  FieldValue,
  Label,
  Mention,
  Part,
  Phase,
  Procedure,
  Runbook,
  Step,
} from '../model/runbook';
import { knownPrefixes } from '../model/identifier';
import { english } from '../text/say';
import type { Span } from '../text/span';

/** The outline, one fact a line, indented by belonging; ends with a line feed. */
export function outlineText(runbook: Runbook): string {
  const { kind, frontMatter, filling, bands } = runbook;
  const out = new Outline(runbook);
  const own = kind.house === null ? '' : ` "${kind.house.name}"`;
  out.line(0, `kind ${kind.kind}${own}`);
  for (const reason of kind.reasons) out.line(1, `because ${english(reason)}`);
  if (frontMatter !== null) {
    out.line(0, 'front matter', frontMatter.span);
    for (const { key, value, valueSpan } of frontMatter.fields)
      out.line(1, `${key} = ${quote(value)}`, valueSpan);
    for (const problem of frontMatter.problems) out.line(1, `problem: ${problemText(problem)}`, problem.span);
  }
  if (filling.slots > 0)
    out.line(0, `filled in: ${String(filling.slots - filling.unfilled)} of ${String(filling.slots)} slots`);
  for (const band of bands) {
    out.line(
      0,
      `band ${band.prefix} ${String(band.first)} to ${String(band.last)} (${band.name})`,
      band.span,
    );
  }
  writeSections(out, runbook);
  writeFields(out, runbook);
  writeFences(out, runbook);
  writeBoxes(out, runbook);
  for (const entry of runbook.entries) writeEntry(out, entry);
  for (const phase of runbook.phases) writePhase(out, phase);
  for (const procedure of runbook.procedures) writeProcedure(out, procedure);
  writeMentions(out, runbook);
  writeLinks(out, runbook);
  return out.text;
}

function problemText({ message, bound }: FrontMatterProblem): string {
  switch (bound?.of) {
    case undefined:
      return message;
    case 'no-map':
      return 'it is not a map of "key: value" lines';
    case 'no-end':
      return 'the closing line "---" is missing';
    default:
      return `more than ${String(bound?.most)} ${String(bound?.of)}`;
  }
}

class Outline {
  readonly #runbook: Runbook;
  text = '';

  constructor(runbook: Runbook) {
    this.#runbook = runbook;
  }

  line(depth: number, words: string, span?: Span): void {
    this.text += `${'  '.repeat(depth)}${words}${span === undefined ? '' : ` @${this.place(span)}`}\n`;
  }

  place(span: Span): string {
    const start = this.#runbook.lines.positionAt(span.start);
    const end = this.#runbook.lines.positionAt(span.end);
    return `${String(start.line + 1)}:${String(start.character + 1)}-${String(end.line + 1)}:${String(end.character + 1)}`;
  }

  words(span: Span): string {
    return quote(this.#runbook.text.slice(span.start, span.end));
  }
}

function quote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 79)}…` : line);
}

function writeSections(out: Outline, { headings, parts }: Runbook): void {
  const roles = new Map(
    parts.filter(({ from }) => from === 'heading').map(({ nameSpan, role }) => [nameSpan.start, role]),
  );
  for (const { depth, title, number, titleSpan, slug } of headings) {
    const role = roles.get(titleSpan.start);
    const numbered = number === null ? '' : `${number} `;
    out.line(
      0,
      `${'#'.repeat(depth)} ${numbered}${quote(title)}${role === undefined ? '' : ` [${role}]`} #${slug}`,
      titleSpan,
    );
  }
}

function writeFields(out: Outline, runbook: Runbook): void {
  for (const label of runbook.labels) {
    const role = label.role === null ? '' : ` [${label.role}]`;
    out.line(
      0,
      `label ${label.carrier}${label.inQuote ? ' in quote' : ''} ${quote(label.name)}${role}${valueWords(out, label.value)}`,
      label.span,
    );
  }
}

function valueWords(out: Outline, value: FieldValue | null): string {
  if (value === null) return '';
  const tail = value.token.end < value.span.end ? ` of ${out.words(value.span)}` : '';
  return ` = ${out.words(value.token)}${tail}`;
}

function writeFences(out: Outline, { fences }: Runbook): void {
  for (const fence of fences) {
    out.line(0, `fence ${out.words(fence.info)}${fence.closed ? '' : ' unclosed'}`, fence.span);
    for (const nested of fence.nested) out.line(1, `nested fence ${out.words(nested.info)}`, nested.span);
  }
}

function writeBoxes(out: Outline, { tables }: Runbook): void {
  for (const { boxes } of tables)
    for (const { span, checked } of boxes) out.line(0, `box in table ${checked ? '[x]' : '[ ]'}`, span);
}

function writeEntry(out: Outline, entry: Entry): void {
  const marks = [entry.stub ? ' stub' : '', entry.deprecated === null ? '' : ' deprecated'].join('');
  out.line(0, `entry ${entry.id.text} ${quote(entry.title)} by ${entry.form}${marks}`, entry.span);
  out.line(1, 'id', entry.idSpan);
  for (const field of entry.fields) writeField(out, field);
  for (const part of entry.parts) writePart(out, part);
  for (const { level, span } of entry.escalation)
    out.line(1, level === '' ? `escalation ${out.words(span)}` : `escalation level ${quote(level)}`, span);
  for (const { mention, relation } of entry.linkedIds) {
    out.line(
      1,
      `linked ${mention.id?.text ?? mention.prefix}${relation === '' ? '' : ` as ${relation}`}`,
      mention.span,
    );
  }
}

function writeField(out: Outline, field: Label): void {
  if (field.value !== null)
    out.line(1, `field ${quote(field.name)}${valueWords(out, field.value)}`, field.value.span);
}

function writePart(out: Outline, part: Part): void {
  out.line(1, `${part.role} by ${part.from} ${quote(part.name)}${part.empty ? ' empty' : ''}`, part.span);
}

function writePhase(out: Outline, phase: Phase): void {
  const rollout = phase.rollout === null ? '' : ` rollout ${phase.rollout.join(' → ')}`;
  out.line(0, `phase ${phase.label} (${phase.key}) ${quote(phase.title)}${rollout}`, phase.span);
  const parts: readonly [string, Part | null][] = [
    ['objective', phase.objective],
    ['tasks', phase.tasks],
    ['dependencies', phase.dependencies],
    ['gate criteria', phase.gateCriteria],
    ['decision point', phase.decisionPoint],
    ['rollback', phase.rollback],
    ['duration', phase.duration],
  ];
  for (const [name, part] of parts)
    if (part !== null) out.line(1, `${name} ${out.words(part.nameSpan)}`, part.span);
  for (const { key, span } of phase.dependsOn) out.line(1, `depends on phase ${key}`, span);
  for (const { box, text } of phase.criteria)
    out.line(1, `criterion ${box === null ? '-' : box.checked ? '[x]' : '[ ]'} ${out.words(text)}`, text);
  for (const branch of phase.branches) out.line(1, `branch ${out.words(branch)}`, branch);
  if (phase.decisionEscalation !== null) out.line(1, 'escalation', phase.decisionEscalation);
}

function writeProcedure(out: Outline, procedure: Procedure): void {
  const { form, name, role, steps, span, checklist, coveredBy } = procedure;
  out.line(0, `procedure ${quote(name)} [${role}] of ${String(steps.length)} steps by ${form}`, span);
  if (checklist !== null) out.line(1, 'checklist behind the fence', checklist);
  if (coveredBy !== null) out.line(1, `covered by ${out.words(coveredBy)}`, coveredBy);
  for (const step of steps) writeStep(out, step, 1);
}

function writeStep(out: Outline, step: Step, depth: number): void {
  const marks = [step.verifies ? ' verifies' : '', step.investigates ? ' investigates' : ''].join('');
  out.line(depth, `step ${step.number} ${quote(step.title)}${marks}`, step.span);
  for (const { form, language, span } of step.commands)
    out.line(depth + 1, `command ${form}${language === '' ? '' : ` ${language}`}`, span);
  for (const span of step.verification) out.line(depth + 1, `verification ${out.words(span)}`, span);
  for (const span of step.expectedOutput) out.line(depth + 1, `expected output ${out.words(span)}`, span);
  for (const span of step.rollback) out.line(depth + 1, `rollback ${out.words(span)}`, span);
  for (const span of step.notes) out.line(depth + 1, `note ${out.words(span)}`, span);
  for (const subStep of step.subSteps) writeStep(out, subStep, depth + 1);
}

function writeMentions(out: Outline, { mentions, entries }: Runbook): void {
  const known = new Set([...knownPrefixes, ...entries.map(({ id }) => id.prefix)]);
  for (const mention of mentions) {
    const { id, prefix, excluded, span } = mention;
    // `SHA-256` looks like an identifier; only a workspace can say that it is one
    const foreign = id !== null && excluded === null && !known.has(prefix);
    out.line(0, foreign ? `other token ${id.text}` : mentionWords(mention), span);
  }
}

function mentionWords({ id, prefix, place, field, excluded }: Mention): string {
  const name = id === null ? `${prefix}-` : id.text;
  if (excluded !== null) return `no reference ${name}: ${excluded}`;
  return `${place === 'definition' ? 'defines' : 'reference'} ${name}: ${place}${field === '' ? '' : ` ${quote(field)}`}`;
}

function writeLinks(out: Outline, { links }: Runbook): void {
  for (const { path, fragment, external, inline } of links) {
    const target = `${path}${fragment === null ? '' : `#${fragment}`}`;
    out.line(0, `link ${inline.form}${external ? ' external' : ''} ${quote(target)}`, inline.span);
  }
}
