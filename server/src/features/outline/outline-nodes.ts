/** Builds the nodes of an outline: their ids, places and marks, and what in the document each of them stands for. */
import type { OutlineAction, OutlineNode, OutlineProgress } from '../../../../protocol/src/messages';
import type { Finding } from '../../lint/rule';
import type { CheckBox } from '../../model/markdown';
import type { Entry, Phase, Procedure, Runbook, Step } from '../../model/runbook';
import type { Ticked } from '../../document/phases/phase-gate';
import type { PartState } from '../../document/sections/part-state';
import { encloses, trimSpan, type Span } from '../../text/span';
import { lackOf } from './lack-words';
import { type Say, type Words, words } from '../../text/say';
import { toRange } from '../shared/feature-context';
import type { RunLines } from '../shared/run-words';

/** What a node stands for, for those who edit at it. */
export interface OutlineTarget {
  readonly phase?: Phase;
  readonly entry?: Entry;
  readonly procedure?: Procedure;
  readonly step?: Step;
  readonly box?: CheckBox;
}

export interface NodeParts extends Partial<
  Pick<OutlineNode, 'description' | 'detail' | 'state' | 'prefix' | 'children' | 'actions'>
> {
  readonly kind: OutlineNode['kind'];
  readonly label: string;
  readonly span: Span;
  readonly words: Span;
  readonly progress?: Ticked;
  readonly box?: CheckBox | null;
  /** Whether findings on the words say that this node lacks something. */
  readonly marked?: boolean;
  readonly unwritten?: readonly string[];
  readonly target?: OutlineTarget;
}

/** A node and where what it stands for begins, to be put in order. */
export interface PlacedNode {
  readonly span: Span;
  readonly node: OutlineNode;
}

/** Who reads an outline: in which language, when (`YYYY-MM-DD`), and what run files tell of an entry or (null) the document. */
export interface OutlineReader {
  readonly say: Say;
  readonly today: string;
  readonly runsOf: (entry: string | null) => RunLines | null;
}

export class OutlineNodes {
  readonly runbook: Runbook;
  readonly say: Say;
  readonly today: string;
  readonly runsOf: OutlineReader['runsOf'];
  readonly targets = new Map<string, OutlineTarget>();
  readonly #missing: readonly { readonly span: Span; readonly words: string }[];
  readonly #ids = new Map<string, number>();

  constructor(runbook: Runbook, findings: readonly Finding[], { say, today, runsOf }: OutlineReader) {
    this.runbook = runbook;
    this.say = say;
    this.today = today;
    this.runsOf = runsOf;
    this.#missing = findings.filter(isLack).map((finding) => ({
      // how old a test is, is a matter of the entry
      span: isOldTest(finding) ? (finding.entry?.idSpan ?? finding.span) : finding.span,
      words: say(wordsOf(finding)),
    }));
  }

  /** The id, numbered when it was given before. */
  id(wanted: string): string {
    const count = (this.#ids.get(wanted) ?? 0) + 1;
    this.#ids.set(wanted, count);
    return count === 1 ? wanted : `${wanted}~${String(count)}`;
  }

  node(id: string, parts: NodeParts): OutlineNode {
    const {
      kind,
      label,
      description = '',
      detail = '',
      state,
      prefix,
      children = [],
      unwritten = [],
    } = parts;
    const { span, words, progress, box = null, marked = false, actions = [], target = {} } = parts;
    const trimmed = trimSpan(this.runbook.text, span);
    const own = encloses(trimmed, words)
      ? trimmed
      : { start: Math.min(trimmed.start, words.start), end: Math.max(trimmed.end, words.end) };
    const missing = marked
      ? this.#missing.filter((lack) => encloses(words, lack.span)).map((lack) => lack.words)
      : [];
    const boxes: readonly OutlineAction[] = box === null ? [] : ['tick', 'clear'];
    this.targets.set(id, box === null ? target : { ...target, box });
    return {
      id,
      kind,
      label: label === '' ? this.say`(no title)` : label,
      range: toRange(this.runbook, own),
      selectionRange: toRange(this.runbook, words),
      missing: [...new Set(missing)],
      unwritten,
      actions: [...boxes, ...actions],
      children,
      ...(description === '' ? {} : { description }),
      ...(detail === '' ? {} : { detail }),
      ...(state === undefined ? {} : { state }),
      ...(progress === undefined || progress.total === 0 ? {} : { progress: toProgress(progress) }),
      ...(prefix === undefined ? {} : { prefix }),
      ...(box === null ? {} : { checked: box.checked }),
    };
  }

  /** The first words of a stretch without markup, also where their line is wrapped; nothing of a table. */
  firstWords({ start, end }: Span): string {
    // more than a row has room for
    const text = this.runbook.text.slice(start, Math.min(end, start + 500));
    const [first = '', ...others] = text.split(/\r\n|\r|\n/);
    if (first.trimStart().startsWith('|')) return '';
    const next = others.findIndex((line) => line.trim() === '' || beginsAnew.test(line));
    return plain([first, ...others.slice(0, next < 0 ? others.length : next)].join(' '));
  }
}

/** The line of an item, a quote, a table, a heading, a code block or a label. */
const beginsAnew = /^\s*(?:[-+*>|#]|\d+[.)]|```|~~~)/;

/** Whether a finding says that something is missing that people would look for. */
function isLack({ rule, severity }: Finding): boolean {
  if (isOldTest({ rule })) return severity !== 'hint';
  if (!rule.name.startsWith('missing-')) return false;
  return severity === 'error' || severity === 'warning' || isCoveredLater({ rule, severity });
}

function isOldTest({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule.name === 'stale-last-tested';
}

/** A step that is verified by what comes later only. */
function isCoveredLater({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean {
  return rule.name === 'missing-verification' && severity === 'information';
}

/** `no rollback` */
function wordsOf(finding: Finding): Words {
  if (isCoveredLater(finding)) return words`no verification of its own`;
  return lackOf(finding.rule.name) ?? words`a part is missing`;
}

function toProgress({ done, total }: Ticked): OutlineProgress {
  return { done, total };
}

/** `to be filled in` for a part whose name is there and nothing else. */
export function unwrittenWords(say: Say, state: PartState): readonly string[] {
  return state === 'unwritten' ? [say`to be filled in`] : [];
}

/** Nodes in the order of their places. */
export function inOrder(placed: readonly PlacedNode[]): OutlineNode[] {
  return placed.toSorted((a, b) => a.span.start - b.span.start).map(({ node }) => node);
}

/** One line without markup, not too long for a row. */
export function plain(words: string): string {
  const line = words
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/[*`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
