/** A step as the readers of the five forms hand it on. */
import type { ListItem } from '../model/markdown';
import type { Span } from '../text/span';

/** A step's number, words and extent, before its contents are read. */
export interface StepFrame {
  readonly number: string;
  readonly numberSpan: Span;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly item: ListItem | null;
}
