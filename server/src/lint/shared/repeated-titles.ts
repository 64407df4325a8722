/** Titles that bullets of the navigation repeat from their entries: what these name is no entry that the bullets list. */
import { comparableTitle, readNavigation } from '../../document/links/navigation';
import { keyOf } from '../../model/identifier';
import { Coverage } from '../../text/coverage';
import { rememberOf } from '../../text/remember';
import { sliceSpan } from '../../text/span';
import type { RuleContext } from '../rule';

/** Where bullets say the titles of the entries that they list: - [RUN-001](#run-001) - «Like RUN-077» */
export const repeatedTitles = rememberOf(({ runbook, workspace }: RuleContext): Coverage => {
  const bullets = readNavigation(runbook)?.bullets ?? [];
  return new Coverage(
    bullets.flatMap(({ mention: { id }, title }) => {
      const definition = title === null ? undefined : workspace.definition(keyOf(id));
      if (title === null || definition === undefined) return [];
      const words = comparableTitle(sliceSpan(runbook.text, title));
      return words === comparableTitle(definition.title) ? [title] : [];
    }),
  );
});
