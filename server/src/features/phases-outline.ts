/** The Phases tree: phases with what they hold, or the steps of entries and sections, with a mark on what is missing. */
import { hasBody } from '../model/entry';
import type { OutlineNode, OutlineNodeKind } from '../../../protocol/src/messages';
import type { Entry, Part, Phase, Procedure, Runbook, Step } from '../model/runbook';
import type { Finding } from '../lint/rule';
import { encloses, trimSpan, type Span } from '../text/span';
import { toRange } from './shared/feature-context';

/** The nodes of a document. `findings` are those of the same document: what they miss is marked where it is missing. */
export function phasesOutline(runbook: Runbook, findings: readonly Finding[]): OutlineNode[] {
  const tree = new Tree(runbook, findings);
  const phases = runbook.phases.filter(({ rollout }) => rollout === null);
  const top: Placed[] = phases.map((phase) => ({ span: phase.span, node: tree.phase(phase) }));
  const entries = runbook.entries.filter(hasBody);
  for (const entry of entries) top.push({ span: entry.span, node: tree.entry(entry) });
  for (const procedure of runbook.procedures) {
    const inside = [...phases, ...entries].some(({ span }) => encloses(span, procedure.span));
    if (!inside) top.push({ span: procedure.span, node: tree.procedure(procedure) });
  }
  return top.sort((a, b) => a.span.start - b.span.start).map(({ node }) => node);
}

interface Placed {
  readonly span: Span;
  readonly node: OutlineNode;
}

interface NodeParts {
  readonly kind: OutlineNodeKind;
  readonly label: string;
  readonly description?: string;
  readonly span: Span;
  readonly words: Span;
  readonly checked?: boolean;
  readonly children?: readonly OutlineNode[];
  /** Whether findings on the words say that this node lacks something. */
  readonly marked?: boolean;
}

class Tree {
  readonly #runbook: Runbook;
  readonly #missing: readonly { readonly span: Span; readonly words: string }[];
  readonly #ids = new Map<string, number>();

  constructor(runbook: Runbook, findings: readonly Finding[]) {
    this.#runbook = runbook;
    this.#missing = findings
      .filter(({ rule, severity }) => rule.name.startsWith('missing-') && severity !== 'hint')
      .map(({ rule, span, severity }) => ({
        span,
        words: `no ${rule.name.slice('missing-'.length).replaceAll('-', ' ')}${severity === 'information' ? ' of its own' : ''}`,
      }));
  }

  phase(phase: Phase): OutlineNode {
    const id = this.#id(`phase-${phase.key}`);
    const children: OutlineNode[] = [];
    const add = (
      part: Part | null,
      kind: OutlineNodeKind,
      inner: readonly OutlineNode[] = [],
      description = '',
    ): void => {
      if (part !== null) children.push(this.#part(`${id}/${kind}`, part, kind, inner, description));
    };
    const { criteria, tasks, dependsOn } = phase;
    const procedures = this.#runbook.procedures.filter(
      (one) => encloses(phase.span, one.span) && one.role !== 'rollback',
    );
    add(phase.objective, 'objective', [], this.#firstLine(phase.objective));
    add(
      phase.dependencies,
      'dependencies',
      [],
      dependsOn.length === 0 ? '' : `requires Phase ${dependsOn.map(({ label }) => label).join(', ')}`,
    );
    const steps = procedures.flatMap((procedure) =>
      procedure.steps.map((step) => this.step(`${id}/tasks`, step, procedure)),
    );
    if (tasks !== null) add(tasks, 'tasks', steps, steps.length === 0 ? '' : String(steps.length));
    else children.push(...steps);
    add(
      phase.gateCriteria,
      'gate-criteria',
      this.#criteria(`${id}/gate-criteria`, phase),
      checkedOf(criteria),
    );
    add(
      phase.decisionPoint,
      'decision-point',
      [],
      phase.branches.length === 0 ? '' : `${String(phase.branches.length)} branches`,
    );
    add(phase.rollback, 'rollback');
    add(phase.duration, 'duration', [], this.#firstLine(phase.duration));
    children.sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
    const label = phase.title === '' ? `Phase ${phase.label}` : `Phase ${phase.label}: ${phase.title}`;
    return this.#node(id, {
      kind: 'phase',
      label,
      span: phase.span,
      words: phase.nameSpan,
      description: checkedOf(criteria),
      children,
      marked: true,
    });
  }

  entry(entry: Entry): OutlineNode {
    const id = this.#id(`entry-${entry.id.text}`);
    const children: Placed[] = [];
    for (const procedure of this.#runbook.procedures) {
      if (encloses(entry.span, procedure.span))
        children.push({ span: procedure.span, node: this.procedure(procedure, id) });
    }
    const rollback = entry.parts.find(({ role }) => role === 'rollback');
    const covered = this.#runbook.procedures.some(
      ({ role, span }) => role === 'rollback' && encloses(entry.span, span),
    );
    if (rollback !== undefined && !covered)
      children.push({
        span: rollback.span,
        node: this.#part(`${id}/rollback`, rollback, 'rollback', [], ''),
      });
    return this.#node(id, {
      kind: 'entry',
      label: entry.title === '' ? entry.id.text : `${entry.id.text}: ${entry.title}`,
      description: entry.stub ? 'template text' : '',
      span: entry.span,
      words: { start: entry.idSpan.start, end: Math.max(entry.titleSpan.end, entry.idSpan.end) },
      children: children.sort((a, b) => a.span.start - b.span.start).map(({ node }) => node),
      marked: true,
    });
  }

  procedure(procedure: Procedure, under = ''): OutlineNode {
    const id = this.#id(`${under === '' ? '' : `${under}/`}procedure-${procedure.name}`);
    return this.#node(id, {
      kind: procedure.role === 'rollback' ? 'rollback' : 'section',
      label: procedure.name,
      description: procedure.steps.length === 1 ? '1 step' : `${String(procedure.steps.length)} steps`,
      span: { start: Math.min(procedure.nameSpan.start, procedure.span.start), end: procedure.span.end },
      words: procedure.nameSpan,
      children: procedure.steps.map((step) => this.step(id, step, procedure)),
      marked: true,
    });
  }

  step(under: string, step: Step, { form }: Procedure): OutlineNode {
    const id = this.#id(`${under}/step-${step.number}`);
    const words = plain(step.title);
    const [verification] = step.verification;
    const children: OutlineNode[] = [];
    for (const command of step.commands) {
      if (command.form === 'inline') continue;
      const label = plain(
        this.#runbook.text
          .slice(command.span.start, command.span.end)
          .trim()
          .split(/[\r\n]/)[0] ?? '',
      );
      children.push(
        this.#node(this.#id(`${id}/command`), {
          kind: 'command',
          label: label === '' ? 'command' : label,
          span: command.span,
          words: command.span,
          description: command.language,
        }),
      );
    }
    if (verification !== undefined) {
      children.push(
        this.#node(`${id}/verification`, {
          kind: 'verification',
          label: 'Verification',
          span: verification,
          words: verification,
        }),
      );
    }
    return this.#node(id, {
      kind: form === 'list' ? 'task' : 'step',
      label: form === 'list' ? words : `Step ${step.number}: ${words}`,
      span: step.span,
      words: step.titleSpan,
      children,
      marked: true,
      ...(step.item?.box == null ? {} : { checked: step.item.box.checked }),
    });
  }

  #criteria(under: string, { criteria }: Phase): OutlineNode[] {
    return criteria.map(({ box, text }, index) =>
      this.#node(`${under}/${String(index + 1)}`, {
        kind: 'criterion',
        label: plain(this.#runbook.text.slice(text.start, text.end)),
        span: text,
        words: text,
        ...(box === null ? {} : { checked: box.checked }),
      }),
    );
  }

  #part(
    id: string,
    part: Part,
    kind: OutlineNodeKind,
    children: readonly OutlineNode[],
    description: string,
  ): OutlineNode {
    return this.#node(id, {
      kind,
      label: part.name,
      span: part.span,
      words: part.nameSpan,
      children,
      description,
      marked: true,
    });
  }

  #node(
    id: string,
    { kind, label, description = '', span, words, checked, children = [], marked = false }: NodeParts,
  ): OutlineNode {
    const trimmed = trimSpan(this.#runbook.text, span);
    const own = encloses(trimmed, words)
      ? trimmed
      : { start: Math.min(trimmed.start, words.start), end: Math.max(trimmed.end, words.end) };
    const missing = marked
      ? this.#missing.filter((lack) => encloses(words, lack.span)).map((lack) => lack.words)
      : [];
    return {
      id,
      kind,
      label: label === '' ? '(no title)' : label,
      range: toRange(this.#runbook, own),
      selectionRange: toRange(this.#runbook, words),
      missing: [...new Set(missing)],
      children,
      ...(description === '' ? {} : { description }),
      ...(checked === undefined ? {} : { checked }),
    };
  }

  /** The id, numbered when it was given before. */
  #id(wanted: string): string {
    const count = (this.#ids.get(wanted) ?? 0) + 1;
    this.#ids.set(wanted, count);
    return count === 1 ? wanted : `${wanted}~${String(count)}`;
  }

  #firstLine(part: Part | null): string {
    if (part === null || part.empty) return '';
    return plain(this.#runbook.text.slice(part.content.start, part.content.end).split(/[\r\n]/)[0] ?? '');
  }
}

function checkedOf(criteria: Phase['criteria']): string {
  const boxes = criteria.filter(({ box }) => box !== null);
  return boxes.length === 0
    ? ''
    : `${String(boxes.filter(({ box }) => box?.checked === true).length)} of ${String(boxes.length)} checked`;
}

function plain(words: string): string {
  const line = words.replace(/[*`]+/g, '').replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
