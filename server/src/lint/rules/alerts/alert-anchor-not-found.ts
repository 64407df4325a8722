/** An alert whose address names a heading that its runbook does not have: the page opens at the top. */
import { nearestWord } from '../../../config/nearest-word';
import { followAddress, hasAnchor } from '../../../index/alert-target';
import type { Summary } from '../../../index/summary';
import type { AlertAddress } from '../../../model/alert-document';
import { writeTarget } from '../../../alerts/write-target';
import { addressOptions, followedAddresses, shownPath } from '../../shared/alert-addresses';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface LostAnchor extends Match {
  readonly address: AlertAddress;
  readonly fragment: string;
  readonly summary: Summary;
}

const messages = new Messages({
  none: '"#{fragment}" is not in {file}, so the page opens at its top. Use the anchor of one of its headings.',
  similar: '"#{fragment}" is not in {file}, so the page opens at its top. Did you mean "#{anchor}"?',
});

/** Headings of a huge document that a wrong anchor is compared with: a guess is not worth more. */
const mostCompared = 300;

export const alertAnchorNotFound = defineRule<LostAnchor>({
  meta: {
    name: 'alert-anchor-not-found',
    summary: 'An alert rule whose address names a heading that its runbook does not have',
    severity: 'warning',
    scope: 'alerts',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    for (const { address, target, span } of followedAddresses(context)) {
      if (target.kind !== 'file' || target.fragment === null) continue;
      const { fragment, fragmentSpan } = target;
      const found = followAddress(target, context);
      if (found.kind !== 'document' || hasAnchor(found.summary, fragment, context.workspace) !== false)
        continue;
      const { summary } = found;
      yield { span: fragmentSpan ?? span, address, fragment, summary };
    }
  },
  message({ fragment, summary }) {
    const anchor = nearestAnchor(summary, fragment);
    const file = shownPath(summary.path);
    return anchor === null
      ? messages.of('none', { fragment, file })
      : messages.of('similar', { fragment, file, anchor });
  },
  choices({ address, fragment, summary }, context) {
    const anchor = nearestAnchor(summary, fragment);
    const edits =
      anchor === null
        ? null
        : writeTarget(address, { path: summary.path, fragment: anchor }, addressOptions(context));
    if (edits === null) return [];
    return [
      {
        title: context.say`Change the address to #${anchor ?? ''}`,
        edits: new Map([[context.place.uri, edits]]),
        automatic: false,
        removes: 'destination',
      },
    ];
  },
});

/** The anchor that was meant: the most similar one, or the same but for signs that slugs drop. */
function nearestAnchor({ fragments }: Summary, fragment: string): string | null {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const wanted = fragment.toLowerCase();
  const some = fragments.slice(0, mostCompared);
  return some.find((one) => bare(one) === bare(wanted)) ?? nearestWord(wanted, some);
}
