/** Tells people what `runbook-md init` found: each kind with its documents, three examples and three that it leaves out. */
import type { SetupPlan } from '../../service';
import { counted } from '../../text/counted';
import { houseStylesPage } from './project';

export function reportSetup({ proposal, unsure }: SetupPlan): string {
  const { kinds, documents, known } = proposal;
  const lines = [`${counted(documents, 'document')} read.`];
  if (known > 0) lines.push(`${counted(known, 'document')} recognised without a configuration.`);
  if (kinds.length === 0)
    lines.push(
      known > 0
        ? 'There are no others that look like runbooks.'
        : `None of them looks like a runbook, so there is nothing to set up. If some are, name them in .runbook.yaml:\n${houseStylesPage}`,
    );
  for (const { name, sure, all, style } of kinds) {
    const extent = sure ?? all;
    if (extent === null) continue;
    const { files, title, headings, count, untold, examples, leftOut } = extent;
    lines.push('', `${name}: ${counted(count, 'document')}${sure === null ? ' that may be runbooks' : ''}`);
    if (files.length > 0) lines.push(`  files     ${some(files)}`);
    if (title !== null) lines.push(`  title     ${title}`);
    if (headings !== null) lines.push(`  headings  ${String(headings.atLeast)} of ${some(headings.of)}`);
    lines.push(`  such as   ${examples.join(', ')}`);
    if (leftOut.length > 0) lines.push(`  not       ${leftOut.join(', ')}`);
    if (untold > 0) lines.push(`  without   ${counted(untold, 'document')} that no glob fits`);
    const required = style.sections.filter((section) => section.count >= style.documents * 0.9);
    if (required.length > 0) lines.push(`  sections  ${required.map((section) => section.name).join(', ')}`);
    if (sure !== null && all !== null)
      lines.push(`  ${counted(all.count - sure.count, 'more document')} may be runbooks.`);
  }
  if (unsure > 0 && kinds.some(({ sure }) => sure !== null))
    lines.push('', `In all, ${counted(unsure, 'document')} may be runbooks, but are not certain.`);
  return `${lines.join('\n')}\n`;
}

/** The first ones of a list, and how many more there are. */
function some(items: readonly string[]): string {
  const shown = items.slice(0, 8).join(', ');
  return items.length <= 8 ? shown : `${shown} and ${String(items.length - 8)} more`;
}
