/** Alert rules in YAML, in templates of it, and in YAML inside of strings, to any depth that people use. */
import type { AlertRule } from '../model/alert-rule';
import { LineIndex } from '../text/line-index';
import { BlockReader } from './block-reader';
import { mayHoldAlerts } from './look';
import { withoutPlaces } from './moved-rules';
import type { ScalarNode } from './nodes';
import { RuleFields } from './rule-fields';
import { findRules } from './rule-places';
import { readScalar } from './scalars';
import { TemplateText } from './template-text';

/** Documents within strings within documents. */
const deepest = 4;

/** What was read. */
export interface YamlRules {
  readonly rules: readonly AlertRule[];
  /** Whether something renders the text before it is read as rules. */
  readonly templated: boolean;
  /** Whether no action of a template reaches from one part of the text into another, but for stretches such as `if`. */
  readonly isPlain: boolean;
  /** Whether these stretches begin and end in the text, too. */
  readonly isClosed: boolean;
}

/** The rules of a text. */
export function readYaml(text: string, lines: LineIndex, depth = 0): YamlRules {
  return new YamlText(text, lines).read(0, lines.count, depth);
}

/** Reads one text, or some lines of it. */
export class YamlText {
  readonly template: TemplateText;
  readonly fields: RuleFields;
  readonly #lines: LineIndex;

  constructor(text: string, lines: LineIndex) {
    this.template = new TemplateText(text, lines);
    this.#lines = lines;
    this.fields = new RuleFields(this.template, lines);
  }

  /** The rules in the lines from `from` to the one before `to`. */
  read(from: number, to: number, depth = 0): YamlRules {
    const reader = new BlockReader(this.template, this.#lines, from, to);
    const roots = reader.read();
    let templated = this.template.isRendered || reader.hasDirectives;
    const rules = findRules(roots, this.fields, (scalar) => {
      const inner = this.readWithin(scalar, depth + 1);
      templated ||= inner.templated;
      return inner.rules;
    });
    return { rules, templated, isPlain: this.template.isPlain, isClosed: this.template.isClosed };
  }

  /** The rules in a string. */
  readWithin(scalar: ScalarNode, depth = 1): Pick<YamlRules, 'rules' | 'templated'> {
    const none = { rules: [], templated: false };
    const { style, start, end } = scalar;
    if (depth > deepest || style === 'plain' || end - start < 20) return none;
    if (!mayHoldAlerts(this.template.text.slice(start, end))) return none;
    if (style === 'literal') return this.read(this.#lines.lineAt(start), this.#lines.lineAt(end) + 1, depth);
    const { raw } = readScalar(scalar, this.template, this.#lines);
    if (!raw.includes('\n') && !raw.includes('{')) return none;
    const inner = readYaml(raw, new LineIndex(raw), depth);
    return { rules: inner.rules.map(withoutPlaces), templated: inner.templated };
  }
}
