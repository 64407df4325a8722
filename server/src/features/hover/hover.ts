/** Hover: what the word under the cursor stands for. Each sort of word has a source of its own; the first to answer counts. */
import { isOurs } from '../../document/scope';
import type { Hover, Position } from 'vscode-languageserver-types';
import { toRange, type FeatureContext } from '../shared/feature-context';
import { hoverAlert } from './hover-alert';
import { hoverAlertsHere } from './hover-alerts-here';
import { hoverEntry } from './hover-entry';
import { hoverField } from './hover-field';
import { hoverKind } from './hover-kind';
import { hoverPhase } from './hover-phase';
import { hoverPlaceholder } from './hover-placeholder';
import type { HoverSource } from './hover-request';
import { hoverRule } from './hover-rule';

/** These answer in every document: what they look at is ours wherever it stands. */
const anywhere: readonly HoverSource[] = [hoverEntry, hoverRule, hoverAlert, hoverAlertsHere];
const inRunbooks: readonly HoverSource[] = [hoverPlaceholder, hoverPhase, hoverField, hoverKind];

/**
 * What is known of the word at a position, or null. Documents that are none of ours tell of ids, rules and alerts only.
 * `rulePages`: URI of the folder that holds the pages of rules, unless they are on the web.
 */
export function hover(
  context: FeatureContext,
  uri: string,
  position: Position,
  rulePages?: string,
): Hover | null {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return null;
  const request = { context, uri, runbook, offset: runbook.lines.offsetAt(position), rulePages };
  for (const source of isOurs(runbook) && runbook.alerts === null ? [...anywhere, ...inRunbooks] : anywhere) {
    const found = source(request);
    if (found !== null)
      return { range: toRange(runbook, found.span), contents: { kind: 'markdown', value: found.words } };
  }
  return null;
}
