/** Ids that may be defined in what a fence or comment hides that never ends. Knows no rules. */
import { hiddenTexts } from '../document/hidden-text';
import type { Runbook } from '../model/runbook';
import { rememberOf } from '../text/remember';
import { idsThatMayBeDefinedIn } from './id-scan';

/** Keys of the ids. */
export const hiddenIds = rememberOf(
  (runbook: Runbook): ReadonlySet<string> =>
    new Set(
      hiddenTexts(runbook).flatMap(({ span }) =>
        idsThatMayBeDefinedIn(runbook.text.slice(span.start, span.end)),
      ),
    ),
);
