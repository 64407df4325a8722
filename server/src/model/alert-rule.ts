/**
 * Alert rules as files of monitoring systems have them: inert data with places. Knows neither YAML nor where runbooks are.
 */
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

/** A scalar of an alert file. */
export interface AlertText {
  /**
   * What it says, without line ends behind its last word, or null where that is not known: a template, a variable. Of an
   * address such as `{{ .Values.base }}/x.md` or `https://x/y.md?c={{ $labels.c }}` the literal beginning or end still
   * matters: see `raw`.
   */
  readonly value: string | null;
  /** The characters after unquoting and unfolding, with template expressions; what a literal assignment of the same file makes certain is put in. */
  readonly raw: string;
  /**
   * UTF-16 offsets of the content: without quotes, and in block scalars on the lines below the key. Null where it has no
   * exact position: quoted strings with escapes, strings inside quoted strings, what a tool adds.
   */
  readonly span: Span | null;
  /** Whether the text at `span` is `raw`, character by character, so that parts of it have places and can be edited. */
  readonly exact: boolean;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

/** A label or an annotation. */
export interface AlertField {
  /** Empty where the key is a template. */
  readonly name: string;
  /** UTF-16 offsets of the name, without quotes. */
  readonly nameSpan: Span | null;
  readonly value: AlertText;
}

/** What a file of rules is written for. */
export type AlertForm = 'prometheus' | 'grafana' | 'sloth' | 'openslo' | 'terraform' | 'jsonnet' | 'go';

/** Where a new annotation can be written, as lines of their own. */
export interface AnnotationsPlace {
  /** The end of the line behind which the new lines go: in front of its line ending, if it has one. */
  readonly offset: number;
  /** White space in front of an annotation; where there is no map of annotations yet, in front of the key `annotations`. */
  readonly indent: string;
  readonly hasMap: boolean;
}

/** One alert rule. */
export interface AlertRule {
  readonly name: AlertText;
  /** UTF-16 offsets of the whole rule, from its first key to its last word. */
  readonly span: Span | null;
  readonly expr: AlertText;
  /** `for`. */
  readonly duration: AlertText | null;
  /** In their order. A name may stand twice: in branches of a template, or as a repeated key, where the last one counts. */
  readonly labels: readonly AlertField[];
  readonly annotations: readonly AlertField[];
  /** Whether these are all labels: false where an include, an unknown alias or a templated key may add some. */
  readonly labelsKnown: boolean;
  readonly annotationsKnown: boolean;
  readonly form: AlertForm;
  /** Names of the rules of ours that comments such as `# runbook-disable NAME`, in the rule or above it, switch off here. */
  readonly disabled: readonly string[] | 'all';
  /** Null where that is not certain. */
  readonly annotationsAt: AnnotationsPlace | null;
}

/** What a file says of alerts. */
export interface AlertFile {
  readonly text: string;
  readonly lines: LineIndex;
  /** In the order of the text. */
  readonly rules: readonly AlertRule[];
  /** Whether the file is a template that something renders before it is read as rules. */
  readonly templated: boolean;
}
