/**
 * Comments that silence findings about alert rules, as people write them in YAML: `# runbook-disable NAME` above the rule or in
 * it. `runbook-disable-next-line` says the same, `runbook-disable-file` speaks of all rules, and where `runbook-enable`
 * follows, `runbook-disable` lasts until there. Without names they speak of everything; a reason may stand behind `--`.
 */
import type { AlertRule } from '../model/alert-rule';
import type { LineIndex } from '../text/line-index';
import { firstFrom, type Span } from '../text/span';

const directive =
  /(?:#|\/\/)[ \t]*runbook-(disable-next-line|disable-file|disable|enable)(?![\w-])([^\r\n]*)/g;

/** Comments of one file that are listened to. */
const mostComments = 500;

interface Comment {
  readonly form: string;
  readonly start: number;
  /** Names of rules of ours; none for all of them. */
  readonly names: readonly string[];
}

/** The rules, in the order of the text, with the names that comments silence for them. */
export function silenced(rules: readonly AlertRule[], text: string, lines: LineIndex): AlertRule[] {
  if (!text.includes('runbook-disable')) return [...rules];
  const silences = new Silences(rules, text, lines);
  const comments = [...text.matchAll(directive)].slice(0, mostComments).map(toComment);
  for (const comment of comments) silences.enter(comment);
  return rules.map((rule, index) => silences.applyTo(rule, index));
}

function toComment(match: RegExpExecArray): Comment {
  const [, form = '', words = ''] = match;
  const reason = /(?<![^ \t])--/.exec(words);
  const names = words.slice(0, reason?.index).match(/[^\s,]+/g) ?? [];
  return { form, start: match.index, names };
}

/** What comments say, one after the other. */
class Silences {
  readonly #text: string;
  readonly #lines: LineIndex;
  /** Where rules stand, with their numbers, in the order of the text. */
  readonly #places: readonly (Span & { readonly index: number })[];
  /** The names for each rule by its number, and for all rules; the empty name stands for all names. */
  readonly #names = new Map<number, Set<string>>();
  readonly #ofFile = new Set<string>();
  /** Where names were switched off that may be switched on again. */
  readonly #open = new Map<string, number>();

  constructor(rules: readonly AlertRule[], text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
    this.#places = rules.flatMap(({ span }, index) => (span === null ? [] : { ...span, index }));
  }

  enter({ form, start, names }: Comment): void {
    const all = names.length === 0 ? [''] : names;
    if (form === 'disable-file') for (const name of all) this.#ofFile.add(name);
    else if (form === 'enable') this.#close(names.length === 0 ? [...this.#open.keys()] : names, start);
    else {
      const rule = this.#ruleFor(start);
      if (rule !== null) this.#add(rule, all);
      if (form === 'disable') for (const name of all) if (!this.#open.has(name)) this.#open.set(name, start);
    }
  }

  applyTo(rule: AlertRule, index: number): AlertRule {
    const names = new Set([...this.#ofFile, ...(this.#names.get(index) ?? [])]);
    return names.size === 0 ? rule : { ...rule, disabled: names.has('') ? 'all' : [...names] };
  }

  #close(names: readonly string[], end: number): void {
    for (const name of names) {
      const start = this.#open.get(name);
      if (start === undefined) continue;
      this.#open.delete(name);
      const from = firstFrom(this.#places, start, (place) => place.start);
      for (let at = from; at < this.#places.length; at++) {
        const place = this.#places[at];
        if (place === undefined || place.start >= end) break;
        this.#add(place.index, [name]);
      }
    }
  }

  #add(rule: number, names: readonly string[]): void {
    const known = this.#names.get(rule) ?? new Set();
    for (const name of names) known.add(name);
    this.#names.set(rule, known);
  }

  /** The number of the rule that a comment stands in, at the end of its last line, or above. */
  #ruleFor(offset: number): number | null {
    const next = firstFrom(this.#places, offset, ({ start }) => start);
    const around = this.#places[next - 1];
    const line = this.#lines.lineAt(offset);
    if (around !== undefined && line <= this.#lines.lineAt(around.end)) return around.index;
    const below = this.#places[next];
    if (
      below === undefined ||
      !/^(?:[ \t]*(?:#.*|\{\{.*)?\r?\n)*[ \t-]*["{]?$/.test(this.#between(line + 1, below.start))
    )
      return null;
    return below.index;
  }

  #between(line: number, end: number): string {
    const start = this.#lines.startOf(line);
    return end - start > 2000 ? '-- too far --' : this.#text.slice(start, end);
  }
}
