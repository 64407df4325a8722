/** Writes an escalation path that is still to be filled in. */
import type { Part, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { bulletOf, endOfContent, insertBlockAfter, joinLines } from './insertion';
import { itemLabelStyle } from './item-label';
import { isTight } from './section-insertion';

/** When, whom and what, as the document writes its lists. */
export function escalationLines(runbook: Runbook): string[] {
  const label = itemLabelStyle(runbook);
  const bullet = bulletOf(runbook);
  return [
    `${bullet} ${label('When to escalate')} [Point at which help is called]`,
    `${bullet} ${label('Who to contact')} [Person or group, and the channel]`,
    `${bullet} ${label('What to provide')} [Facts the next person needs]`,
  ];
}

/**
 * Adds the section at the end of the document, or below "Decision Framework" of a playbook; below the name of one that is
 * `present` and empty.
 */
export function documentEscalation(runbook: Runbook, present: Part | undefined): Edit {
  const { headings, text, lines: index } = runbook;
  const lines = escalationLines(runbook);
  const gap = isTight(runbook) ? [] : [''];
  if (present !== undefined) {
    const { end } = index.spanOf(index.lineAt(present.nameSpan.end));
    return { span: { start: end, end }, newText: joinLines(runbook, ['', ...gap, ...lines]) };
  }
  const framework = headings.findIndex(({ title }) => /^decision framework$/i.test(title));
  const above = headings[framework];
  const next =
    above === undefined ? undefined : headings.slice(framework + 1).find(({ depth }) => depth <= above.depth);
  const end = endOfContent(runbook, { start: above?.span.end ?? 0, end: next?.span.start ?? text.length });
  const section =
    above === undefined
      ? `## ${numbering(runbook)}Escalation`
      : `${'#'.repeat(Math.min(6, above.depth + 1))} Escalation`;
  return insertBlockAfter(runbook, end, [section, ...gap, ...lines]);
}

/** `16. ` where the document's sections are numbered up to 15, else empty. */
function numbering({ headings }: Runbook): string {
  const numbers = headings.flatMap(({ depth, number }) =>
    depth === 2 && number !== null ? [Number(number)] : [],
  );
  return numbers.length === 0 ? '' : `${String(Math.max(...numbers) + 1)}. `;
}
