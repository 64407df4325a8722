/** An alert file as a document of the workspace: its rules, with where their addresses lead. Inert data. */
import type { Span } from '../text/span';
import type { AlertField, AlertFile, AlertRule } from './alert-rule';
import type { Identifier } from './identifier';

export interface AlertDocument extends AlertFile {
  /** Of all rules, in their order. */
  readonly addresses: readonly AlertAddress[];
}

/** A label or an annotation that is to lead to a runbook. */
export interface AlertAddress {
  readonly rule: AlertRule;
  readonly field: AlertField;
  readonly target: AddressTarget;
}

export type AddressTarget =
  /** `TODO`, `null` and other words that stand for an address which is to come. */
  | { readonly kind: 'unset' }
  | IdTarget
  | FileTarget
  /** Another place, such as the documentation of somebody else. */
  | { readonly kind: 'elsewhere' }
  /** Only what renders the file, or the configuration, could tell. */
  | { readonly kind: 'unknown' };

/** A bare identifier: `RUN-001`. */
export interface IdTarget {
  readonly kind: 'id';
  readonly id: Identifier;
  /** Null without an exact place. */
  readonly span: Span | null;
}

/** A file of this workspace folder. */
export interface FileTarget {
  readonly kind: 'file';
  /** What it may be, by path; the first that is there is meant. Never empty. */
  readonly paths: readonly string[];
  /** Whether the case of paths counts: it does on a forge and not on a site. */
  readonly matchesCase: boolean;
  /** Percent-decoded, without `#`; null where there is none. */
  readonly fragment: string | null;
  /** Where the whole address stands, its path as far as it is written out, its fragment; null without an exact place. */
  readonly pathSpan: Span | null;
  readonly fragmentSpan: Span | null;
}
