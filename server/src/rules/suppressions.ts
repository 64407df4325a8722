/**
 * Comments that silence findings: `<!-- runbook-disable-next-line rule, rule -->`, `<!-- runbook-disable rule -->` …
 * `<!-- runbook-enable rule -->`, `<!-- runbook-disable-file rule -->`. Without names they speak of all rules; a
 * reason may stand behind `--`.
 */
import type { Runbook } from '../model/runbook';
import { firstFrom, type Span } from '../text/span';

export type SuppressionForm = 'next-line' | 'block' | 'file' | 'enable';

/** One rule that a comment silences, or all of them. */
export interface Suppression {
  readonly form: SuppressionForm;
  /** Name of the rule as written; null for all rules. */
  readonly rule: string | null;
  /** The rule's name in the comment; the whole comment when it names none. */
  readonly span: Span;
  readonly comment: Span;
  /** How many rules the comment names. */
  readonly named: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly suppression: Suppression;
}

const opening = /<!--[ \t\r\n]*runbook-(disable-next-line|disable-file|disable|enable)(?![\w-])/g;
const forms: Readonly<Record<string, SuppressionForm>> = {
  'disable-next-line': 'next-line',
  'disable-file': 'file',
  disable: 'block',
  enable: 'enable',
};

/** The suppressions of one document, and which of them have silenced something. */
export class Suppressions {
  readonly all: readonly Suppression[];
  /** Where rules are silent, by rule; all rules under the empty name. Those of one rule do not overlap. */
  readonly #stretches = new Map<string, Stretch[]>();
  readonly #lines = new Map<number, Suppression[]>();
  readonly #files: Suppression[] = [];
  readonly #used = new Set<Suppression>();
  readonly #runbook: Runbook;

  constructor(runbook: Runbook) {
    this.#runbook = runbook;
    this.all = runbook.comments.flatMap((comment) => readComment(runbook, comment));
    const open = new Map<string, Suppression>();
    for (const suppression of this.all) this.#enter(suppression, open);
    for (const suppression of open.values()) this.#close(suppression, runbook.text.length);
  }

  /** Whether a finding of `rule` at `offset` is silenced; whatever silences it counts as used. */
  silences(rule: string, offset: number): boolean {
    if (this.all.length === 0) return false;
    const found = [
      ...this.#files.filter((one) => covers(one, rule)),
      ...(this.#lines.get(this.#runbook.lines.lineAt(offset)) ?? []).filter((one) => covers(one, rule)),
      ...[this.#at(rule, offset), this.#at('', offset)].filter((one) => one !== null),
    ];
    for (const suppression of found) this.#used.add(suppression);
    return found.length > 0;
  }

  /** Those that have silenced nothing so far, or ended nothing. */
  unused(): readonly Suppression[] {
    return this.all.filter((suppression) => !this.#used.has(suppression));
  }

  #enter(suppression: Suppression, open: Map<string, Suppression>): void {
    const { form, rule, comment } = suppression;
    if (form === 'file') this.#files.push(suppression);
    else if (form === 'block') {
      if (!open.has(rule ?? '')) open.set(rule ?? '', suppression);
    } else if (form === 'next-line') {
      const line = this.#lineBelow(comment.end);
      const known = this.#lines.get(line);
      if (known === undefined) this.#lines.set(line, [suppression]);
      else known.push(suppression);
    } else {
      for (const [name, disabled] of open) {
        if (rule !== null && name !== rule) continue;
        this.#close(disabled, comment.start);
        this.#used.add(suppression);
        open.delete(name);
      }
    }
  }

  #close(suppression: Suppression, to: number): void {
    const name = suppression.rule ?? '';
    const stretches = this.#stretches.get(name) ?? [];
    stretches.push({ from: suppression.comment.end, to, suppression });
    this.#stretches.set(name, stretches);
  }

  #at(rule: string, offset: number): Suppression | null {
    const stretches = this.#stretches.get(rule) ?? [];
    const stretch = stretches[firstFrom(stretches, offset + 1, ({ from }) => from) - 1];
    return stretch !== undefined && offset < stretch.to ? stretch.suppression : null;
  }

  /** The next line with words below the line of `offset`: Markdown likes blank lines around comments. */
  #lineBelow(offset: number): number {
    const { lines } = this.#runbook;
    let line = lines.lineAt(offset) + 1;
    while (line < lines.count && lines.textOf(line).trim() === '') line++;
    return line;
  }
}

function covers({ rule }: Suppression, name: string): boolean {
  return rule === null || rule === name;
}

/** The suppressions of a comment; several comments on one line are read as one by Markdown. */
function readComment({ text }: Runbook, { start, end }: Span): Suppression[] {
  const source = text.slice(start, end);
  const last = source.lastIndexOf('-->');
  let behind = 0;
  return [...source.matchAll(opening)].flatMap((match): Suppression[] => {
    const [whole, directive = ''] = match;
    const from = match.index + whole.length;
    if (match.index < behind || from > last) return [];
    const words = source.slice(from, source.indexOf('-->', from));
    behind = from + words.length + '-->'.length;
    const comment = { start: start + match.index, end: start + behind };
    const form = forms[directive] ?? 'next-line';
    const list = words.replace(/(?:^|[ \t\r\n])--[^]*$/, '');
    const names = [...list.matchAll(/[^\s,]+/g)];
    if (names.length === 0) return [{ form, rule: null, span: comment, comment, named: 0 }];
    return names.map(({ 0: rule, index }) => {
      const span = { start: start + from + index, end: start + from + index + rule.length };
      return { form, rule, span, comment, named: names.length };
    });
  });
}
