/** Which alert rules that page somebody lead to a runbook. */
import { isExempt, saysMadeUp, severityOf } from '../index/alert-file-summary';
import { followAddress } from '../index/alert-target';
import type { AlertAddress } from '../model/alert-document';
import type { AlertRule } from '../model/alert-rule';
import { keyOf } from '../model/identifier';
import { addressesOf, namesRunbook, pages } from '../lint/shared/alert-addresses';
import { contextFor } from '../lint/rule-context';
import type { RuleContext, RuleInput } from '../lint/rule';
import { groupBy } from '../text/group-by';
import type { CoveredAlert } from './workspace-report';

/**
 * The alerts of a file that page somebody or name a runbook, each name once, in their order. Those that a MON entry is about
 * are reported there.
 */
export function surveyAlertRules(input: RuleInput): CoveredAlert[] {
  const context = contextFor(input);
  const { runbook, workspace, place } = context;
  const isMadeUp = saysMadeUp(place.path);
  const rules = (runbook.alerts?.rules ?? []).filter((rule) => {
    const { value: name } = rule.name;
    const isCovered =
      name === null || workspace.alerts.claimsOf(name).some(({ entry }) => entry.startsWith('MON-'));
    return !isCovered && !isExempt(rule, isMadeUp) && matters(rule, context);
  });
  return [...groupBy(rules, ({ name }) => name.value ?? '')].map(([id, same]) => {
    const led = same.map((rule) => ({ rule, ...ledTo(rule, context) }));
    return {
      id,
      title: '',
      file: place.path,
      line: lineOf(same[0], context),
      dangling: [...new Set(led.flatMap(({ lost }) => lost))],
      levels: led.map(({ rule, found }) => ({
        severity: severityOf(rule) ?? '',
        runbooks: [...new Set(found)],
      })),
    };
  });
}

function matters(rule: AlertRule, context: RuleContext): boolean {
  const severity = severityOf(rule);
  return (
    namesRunbook(context, rule) || (severity !== null && pages(severity, context) && rule.annotationsKnown)
  );
}

function lineOf(rule: AlertRule | undefined, { runbook }: RuleContext): number {
  const at = rule?.name.span ?? rule?.span;
  return at == null ? 1 : runbook.lines.positionAt(at.start).line + 1;
}

interface LedTo {
  readonly found: readonly string[];
  readonly lost: readonly string[];
}

/** Where the addresses of a rule lead, in words: identifiers, paths, addresses as they are. */
function ledTo(rule: AlertRule, context: RuleContext): LedTo {
  const found: string[] = [];
  const lost: string[] = [];
  for (const address of addressesOf(context, rule)) {
    const { words, isThere } = placeOf(address, context);
    if (words !== '') (isThere ? found : lost).push(words);
  }
  return { found, lost };
}

function placeOf(
  { target, field }: AlertAddress,
  context: RuleContext,
): { readonly words: string; readonly isThere: boolean } {
  const { workspace } = context;
  switch (target.kind) {
    case 'unset':
      return { words: '', isThere: false };
    case 'id': {
      const key = keyOf(target.id);
      const known = workspace.definition(key) ?? workspace.imported(key);
      return {
        words: known?.id.text ?? target.id.text,
        isThere: known !== undefined || !workspace.owns(target.id.prefix),
      };
    }
    case 'file': {
      const place = followAddress(target, context);
      if (place.kind === 'document') return { words: place.summary.path, isThere: true };
      const [path = ''] = target.paths;
      return { words: path, isThere: place.kind === 'unjudged' };
    }
    default:
      return { words: field.value.raw.trim(), isThere: true };
  }
}
