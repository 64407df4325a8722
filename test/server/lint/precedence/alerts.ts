/** Pairs of rules about alert rules; «…» stands around what the yielding rule would report. */
import { alertsOf, runbooks } from '../../../support/alert-files';

export const alertPairs: Readonly<Record<string, string>> = {
  'placeholder-runbook < paging-alert-without-runbook': `${runbooks}${alertsOf('\n          runbook_url: «TODO»')}`,
};
