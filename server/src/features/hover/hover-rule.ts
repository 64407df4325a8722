/** Hover over the name of a rule in a comment that silences it: what the rule finds, and where to read more. */
import { rules } from '../../lint/registry';
import { rulePage } from '../../lint/rule-page';
import { Suppressions } from '../../lint/suppressions';
import { touches } from '../../text/span';
import { ruleWords } from '../shared/rule-words';
import type { HoverRequest, HoverText } from './hover-request';

/** The rule whose name an offset is in, or null. */
export function hoverRule({ context, runbook, offset, rulePages }: HoverRequest): HoverText | null {
  if (!runbook.comments.some((comment) => touches(comment, offset))) return null;
  const named = new Suppressions(runbook).all.find(
    ({ rule, span }) => rule !== null && touches(span, offset),
  );
  const meta = rules.find((rule) => rule.meta.name === named?.rule)?.meta;
  if (named === undefined || meta === undefined) return null;
  return { span: named.span, words: ruleWords(context.say, meta, rulePage(meta.name, rulePages)) };
}
