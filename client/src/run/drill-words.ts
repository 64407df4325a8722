/** What the Test Explorer says of a runbook: pure text, tested without an editor. */
import type { RunTarget } from '../../../protocol/src/run.js';
import type { Localizer } from '../status-text.js';

const day = 86_400_000;

/** The last drill with its age; else when it was last tested; what changed since. */
export function drillWords(
  { lastDrill, lastTested, changes }: Pick<RunTarget, 'lastDrill' | 'lastTested' | 'changes'>,
  now: number,
  l10n: Localizer,
): string {
  const parts: string[] = [];
  if (lastDrill !== null) parts.push(lastDrill.message, ageWords(lastDrill.startedAt, now, l10n));
  else if (lastTested === '') parts.push(l10n.t('never tested'));
  else parts.push(l10n.t('last tested {0}', lastTested), ageWords(lastTested, now, l10n));
  if (changes !== null) parts.push(changes.message);
  return parts.filter((part) => part !== '').join(' · ');
}

function ageWords(time: string, now: number, l10n: Localizer): string {
  const at = Date.parse(time);
  if (Number.isNaN(at) || at > now) return '';
  const days = Math.floor((now - at) / day);
  if (days === 0) return l10n.t('today');
  return days === 1 ? l10n.t('1 day ago') : l10n.t('{0} days ago', days);
}
