/** The text of a new SoT file: head, navigation and one entry for each prefix that it gives out, change log. */
import { escapeSnippet, fillTemplate, toPlainText } from '../../templates/expand-template';
import { entryFragment } from '../../templates/entry-fragment';
import { shiftStops } from '../../templates/snippet-stops';
import { TEMPLATES } from '../../templates/templates';
import { meaningOf } from '../shared/prefixes';

export interface NewSotEntry {
  readonly prefix: string;
  readonly id: string;
  /** Null leaves it to be filled in. */
  readonly title: string | null;
  readonly category: string | null;
  /** Of a MON entry: the link to the runbook that it leads to, with its title. */
  readonly runbook: string | null;
}

export interface NewSotFile {
  readonly title: string;
  readonly today: string;
  /** One for each prefix, in order. */
  readonly entries: readonly NewSotEntry[];
}

/** The prefixes that the template has, in its order, after the navigation and the environments. */
const inTemplate = ['DEP', 'GTM', 'RUN', 'MON'];
/** More than the template has. */
const stopsOfEntry = 1000;
const rule = '\n\n---\n\n';

/** The file as a snippet. Environments and the release checklist are for files about deployments. */
export function sotText(file: NewSotFile): string {
  const { entries, title, today } = file;
  const prefixes = entries.map(({ prefix }) => prefix);
  const deploys = prefixes.includes('DEP');
  const filled = fillTemplate('sot-file', {
    today,
    title,
    prefixes: prefixes.map((prefix) => `${prefix}-XXX`).join(', '),
    meanings: prefixes.map((prefix) => `${prefix}-XXX (${meaningOf(prefix)})`).join(', '),
    ...(deploys ? aboutDeployments() : aboutEntries(prefixes)),
    ...valuesOf(entries),
  });
  const [head = '', environments = '', ...rest] = filled.split(rule);
  const [checklist = '', changeLog = ''] = rest.slice(inTemplate.length);
  const [above = '', ...groups] = head.split(/\n\n(?=\*\*)/);
  const own = entries.map((entry, index) => {
    const at = inTemplate.indexOf(entry.prefix);
    return at < 0
      ? otherEntry(entry, today, stopsOfEntry * (index + 1))
      : { group: groups[at] ?? '', body: rest[at] ?? '' };
  });
  const parts = [
    [above, ...own.map(({ group }) => group)].join('\n\n'),
    ...(deploys ? [environments] : []),
    ...own.map(({ body }) => body),
    ...(deploys ? [checklist] : []),
    changeLog,
  ];
  return parts.join(rule);
}

/** What the template says of itself. */
function aboutDeployments(): Record<string, string> {
  const { purpose, contents } = TEMPLATES['sot-file'].stops;
  return { purpose: toPlainText(purpose), contents: toPlainText(contents) };
}

/** What the head of a file without deployments says of it. */
function aboutEntries(prefixes: readonly string[]): Record<string, string> {
  const names = prefixes.map(meaningOf).join(', ');
  return { purpose: `Source of truth for ${names}`, contents: `The one place where ${names} are described.` };
}

/** The values of the template's own entries; a change log row about the first entry. */
function valuesOf(entries: readonly NewSotEntry[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { prefix, id, title, category, runbook } of entries) {
    const name = prefix.toLowerCase();
    values[`${name}Id`] = id;
    if (title !== null) values[`${name}Title`] = title;
    if (category !== null) values[`${name}Category`] = category;
    if (runbook !== null) values[`${name}Runbook`] = runbook;
  }
  const [first] = entries;
  // the row names the deployment where there is one
  if (first !== undefined) values['depId'] ??= first.id;
  return values;
}

/** An entry of a prefix without a template of its own, with its group in the navigation; tab stops above `behind`. */
function otherEntry(
  { prefix, id, title }: NewSotEntry,
  today: string,
  behind: number,
): { readonly group: string; readonly body: string } {
  const body = fillTemplate('id-entry', { id, today, ...(title === null ? {} : { title }) });
  const words = title === null ? TEMPLATES['id-entry'].stops.title : escapeSnippet(title);
  const fragment =
    title === null ? `${id.toLowerCase()}-\${99:title}` : escapeSnippet(entryFragment(id, title));
  const group = `**${meaningOf(prefix)}** (${prefix}-001 to ${prefix}-099):\n\n- [${id}](#${fragment}) - ${words}`;
  return { group: shiftStops(group, behind), body: shiftStops(body, behind) };
}
