/**
 * A text with the actions of a template in it, as a reader of YAML can take it: each action blanked by as many characters,
 * so that all offsets hold, and what stretches of it say after rendering as far as that is certain.
 */
import { firstFrom } from '../text/span';
import type { LineIndex } from '../text/line-index';
import { readActions, type Action } from './template-actions';

/** What a stretch of the text says. */
export interface Said {
  /** Its characters, with literals put in for the actions that have one. */
  readonly raw: string;
  /** Whether all of it is known. */
  readonly known: boolean;
  /** Whether `raw` is the stretch itself. */
  readonly same: boolean;
}

/** Keys or items that an action on a line of its own may write. */
export interface Hole {
  readonly offset: number;
  /** The column (from 0) at which they begin; null where that is not known. */
  readonly indent: number | null;
}

/** Other brackets that something fills in later: `{{`, `[[ .x ]]`, `%(name)s`, `${name}`. */
const unfilled = /\{\{|\{%|\[\[ ?[.$A-Za-z]|%\(\w|\$\{[A-Za-z_]/;
/** Words that only a template has which is rendered before it is read; others may be templates of the alert itself. */
const rendered =
  /\.(?:Values|Release|Chart|Capabilities|Files)\b|\b(?:include|toYaml|tpl|n?indent|quote)\b|[{-] ?`/;

/** Characters of an action that are searched for such words, and of white space that may stand in front of one. */
const longestLook = 500;

export class TemplateText {
  readonly text: string;
  /** As long as the text, line by line; actions on lines of their own are spaces, others letters. */
  readonly blank: string;
  /** Whether an action has words that only a renderer of files understands. */
  readonly isRendered: boolean;
  /** Whether all actions have an end, and none of them gives a variable a literal. */
  readonly isPlain: boolean;
  /** Whether each stretch that begins has an end, and the other way round. */
  readonly isClosed: boolean;
  readonly #actions: readonly Action[];
  /** Output on lines of its own. */
  readonly #holes: readonly Hole[];
  /** Where lines begin that hold actions only. */
  readonly #lone: readonly number[];

  constructor(text: string, lines: LineIndex) {
    this.text = text;
    const { actions, isPlain, isClosed } = readActions(text);
    this.#actions = actions;
    this.isPlain = isPlain;
    this.isClosed = isPlain && isClosed;
    const { blank, holes, lone } = blanked(text, lines, this.#actions);
    this.blank = blank;
    this.#holes = holes;
    this.#lone = lone;
    this.isRendered = this.#actions.some(({ start, end }) =>
      rendered.test(text.slice(start, Math.min(end, start + longestLook))),
    );
  }

  /** What the text from `start` to `end` says. */
  say(start: number, end: number): Said {
    const { text } = this;
    let raw = '';
    let known = true;
    let at = start;
    const actions = this.#actions;
    for (let index = this.#from(start); index < actions.length; index++) {
      const action = actions[index];
      if (action === undefined || action.start >= end) break;
      const { literal } = action;
      const isWhole = action.start >= at && action.end <= end && !this.#joins(action, start, end);
      if (literal === null || !isWhole) {
        known = false;
        continue;
      }
      raw += text.slice(at, action.start) + literal;
      at = action.end;
    }
    raw += text.slice(at, end);
    return { raw, known: known && !unfilled.test(raw), same: at === start };
  }

  /** Whether any action touches the text from `start` to `end`. */
  hasAction(start: number, end: number): boolean {
    const next = this.#actions[this.#from(start)];
    return next !== undefined && next.start < end;
  }

  /** Whether an action stands in a line without anything else, from `start` to `end`. */
  hasLoneAction(start: number, end: number): boolean {
    const next = this.#lone[firstFrom(this.#lone, start, (offset) => offset)];
    return next !== undefined && next < end;
  }

  /** Where output stands on lines of its own, from `start` to `end`. */
  holesIn(start: number, end: number): readonly Hole[] {
    const from = firstFrom(this.#holes, start, ({ offset }) => offset);
    return this.#holes.slice(
      from,
      firstFrom(this.#holes, end, ({ offset }) => offset),
    );
  }

  /** Whether the text from `start` to `end` is nothing but actions which belong to something outside of `around`. */
  isForeign(start: number, end: number, around: { readonly start: number; readonly end: number }): boolean {
    let found = false;
    for (let index = this.#from(start); index < this.#actions.length; index++) {
      const action = this.#actions[index];
      if (action === undefined || action.start >= end) break;
      found = true;
      if (action.kind === 'output') return false;
      const { stretch } = action;
      if (stretch !== null && stretch.start >= around.start && stretch.end <= around.end) return false;
    }
    return found;
  }

  /** Whether trimming brings together what stands apart. */
  #joins({ start, end, trimsBefore, trimsBehind }: Action, from: number, to: number): boolean {
    if (trimsBefore && start > from && /\s/.test(this.text.charAt(start - 1))) return true;
    return trimsBehind && end < to && /\s/.test(this.text.charAt(end));
  }

  /** The first action that ends behind `offset`. */
  #from(offset: number): number {
    const index = firstFrom(this.#actions, offset, ({ start }) => start);
    const before = this.#actions[index - 1];
    return before !== undefined && before.end > offset ? index - 1 : index;
  }
}

function blanked(
  text: string,
  lines: LineIndex,
  actions: readonly Action[],
): { blank: string; holes: Hole[]; lone: number[] } {
  const holes: Hole[] = [];
  const lone: number[] = [];
  /** Openers that stand within a line: what closes them is part of that line, too. */
  const inline = new Set<number>();
  let blank = '';
  let at = 0;
  for (let index = 0; index < actions.length;) {
    const group = groupAt(text, lines, actions, index);
    if (group.isAlone) lone.push(group.actions[0]?.start ?? 0);
    group.actions.forEach((action, place) => {
      const { start, end, kind, stretch } = action;
      const leads = group.leads && place < group.leading;
      const isOuter =
        kind === 'control' && stretch !== null && stretch.start !== start && !inline.has(stretch.start);
      const isSpace = group.isAlone || (kind !== 'output' && (leads || kind === 'silent' || isOuter));
      if (!isSpace && kind === 'control') inline.add(start);
      if (group.isAlone && kind === 'output' && action.literal !== '')
        holes.push({ offset: start, indent: columnOf(text.slice(start, end)) });
      blank += text.slice(at, start) + filled(text.slice(start, end), isSpace ? ' ' : 'x');
      at = end;
    });
    index += group.actions.length;
  }
  return { blank: blank + text.slice(at), holes, lone };
}

/** As many characters as an action has, in the same lines. */
function filled(action: string, character: string): string {
  if (!/[\r\n]/.test(action)) return character.repeat(action.length);
  return action.replace(/[^\r\n]/g, character);
}

/** Actions with nothing but white space between them, in one line or over several. */
interface Group {
  readonly actions: readonly Action[];
  /** Whether nothing else stands in the lines, but for a comment. */
  readonly isAlone: boolean;
  /** Whether the first of them begins its line. */
  readonly leads: boolean;
  /** How many of them stand in front of the first output. */
  readonly leading: number;
}

function groupAt(text: string, lines: LineIndex, actions: readonly Action[], index: number): Group {
  const first = actions[index];
  if (first === undefined) return { actions: [], isAlone: false, leads: false, leading: 0 };
  const group = [first];
  let last = first;
  for (let next = actions[index + 1]; next !== undefined; next = actions[index + group.length]) {
    if (next.start - last.end > 200 || !/^[ \t]*$/.test(text.slice(last.end, next.start))) break;
    group.push(next);
    last = next;
  }
  const lineStart = lines.startOf(lines.lineAt(first.start));
  const leads = isBlank(text, lineStart, first.start, '-');
  const lineEnd = lines.spanOf(lines.lineAt(last.end)).end;
  const isAlone =
    isBlank(text, lineStart, first.start) &&
    (isBlank(text, last.end, lineEnd) || /^[ \t]+#/.test(text.slice(last.end, last.end + 40)));
  const output = group.findIndex(({ kind }) => kind === 'output');
  return { actions: group, isAlone, leads, leading: output < 0 ? group.length : output };
}

/** Whether a stretch has white space only, and the marks that are given. */
function isBlank(text: string, start: number, end: number, marks = ''): boolean {
  if (end - start > longestLook) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0xfeff && !marks.includes(text.charAt(at))) return false;
  }
  return true;
}

function columnOf(action: string): number | null {
  const column = /\bn?indent +(\d{1,3})\b/.exec(action)?.[1];
  return column === undefined ? null : Number(column);
}
