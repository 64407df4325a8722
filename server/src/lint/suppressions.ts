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
  /** Those of single lines by number and a blank, those of the whole file under the empty name. */
  readonly #lines = new Map<string, Suppression[]>();
  readonly #files = new Map<string, Suppression[]>();
  /** Whether they silence a rule, by place and rule. */
  readonly #told = new Map<string, boolean>();
  readonly #used = new Set<Suppression>();
  readonly #runbook: Runbook;
  /** The line that was asked about last, and the one below it. */
  #own = -1;
  #below = 0;

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
    const inFile = this.#use('', rule, this.#files);
    const inLine = this.#use(`${String(this.#runbook.lines.lineAt(offset))} `, rule, this.#lines);
    const around = [this.#at(rule, offset), this.#at('', offset)].filter((one) => one !== null);
    for (const suppression of around) this.#used.add(suppression);
    return inFile || inLine || around.length > 0;
  }

  /** Whether a place has suppressions for a rule, which count as used; worked out once for each. */
  #use(place: string, rule: string, all: ReadonlyMap<string, readonly Suppression[]>): boolean {
    const own = all.get(place);
    if (own === undefined) return false;
    const known = this.#told.get(place + rule);
    if (known !== undefined) return known;
    const found = own.filter((one) => covers(one, rule));
    for (const suppression of found) this.#used.add(suppression);
    this.#told.set(place + rule, found.length > 0);
    return found.length > 0;
  }

  /** Those that have silenced nothing so far, or ended nothing. */
  unused(): readonly Suppression[] {
    return this.all.filter((suppression) => !this.#used.has(suppression));
  }

  /** Where the last name stands in a comment that silences rules of `line`; null where no comment names any. */
  lastNameAbove(line: number): Span | null {
    const above = this.#lines.get(`${String(line)} `) ?? [];
    return above.findLast(({ rule }) => rule !== null)?.span ?? null;
  }

  #enter(suppression: Suppression, open: Map<string, Suppression>): void {
    const { form, rule, comment } = suppression;
    if (form === 'file') enter(this.#files, '', suppression);
    else if (form === 'block') {
      if (!open.has(rule ?? '')) open.set(rule ?? '', suppression);
    } else if (form === 'next-line')
      enter(this.#lines, `${String(this.#lineBelow(comment.end))} `, suppression);
    else {
      for (const name of rule === null ? [...open.keys()] : [rule]) {
        const disabled = open.get(name);
        if (disabled === undefined) continue;
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
    const own = lines.lineAt(offset);
    // a line may hold thousands of comments, and thousands of blank lines may follow
    if (own === this.#own) return this.#below;
    let line = own + 1;
    while (line < lines.count && lines.textOf(line).trim() === '') line++;
    this.#own = own;
    return (this.#below = line);
  }
}

function enter(all: Map<string, Suppression[]>, place: string, suppression: Suppression): void {
  const known = all.get(place);
  if (known === undefined) all.set(place, [suppression]);
  else known.push(suppression);
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
    // in a comment that was opened before, it is words of that one
    const outer = match.index === 0 ? -1 : source.lastIndexOf('<!--', match.index - 1);
    const closed = outer < behind ? -1 : source.indexOf('-->', outer);
    if (closed > match.index) {
      behind = closed + '-->'.length;
      return [];
    }
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
