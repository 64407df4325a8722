/** What the template of a team's own kind has in a section, for the fixes that add it. */
import { isNamed } from '../../document/house/house-sections';
import { sectionsOf } from '../../document/sections/section-lookup';
import type { HouseSection } from '../../model/house-style';
import { trimSpan } from '../../text/span';
import type { RuleContext } from '../rule';

/** More lines than these are no beginning of a section. */
const mostLines = 200;

/**
 * The lines of the template's section of this name, without its heading and those below it; null where the kind has no
 * template, that is no document of the workspace, or it says nothing there.
 */
export function templateBody(
  { runbook, place, runbookOf }: RuleContext,
  { name, also }: HouseSection,
): readonly string[] | null {
  const path = runbook.kind.house?.template ?? null;
  if (path === null || place.folder === '') return null;
  const template = runbookOf(`${place.folder}/${path.split('/').map(encodeURIComponent).join('/')}`);
  if (template === undefined) return null;
  for (const { heading, ...section } of sectionsOf(template)) {
    if (heading === null || ![name, ...also].some((one) => isNamed({ ...section, heading }, one))) continue;
    const { start, end } = trimSpan(template.text, section.body);
    if (start < end) return template.text.slice(start, end).split(/\r?\n/).slice(0, mostLines);
  }
  return null;
}
