/** What procedures are called that stand beside each other. */
import type { Procedure, Runbook, Section } from '../../model/runbook';
import { groupBy } from '../../text/group-by';
import { plain } from './outline-nodes';

/**
 * Their names. Those of one name are told apart by the section that they are in, `High CPU: Resolution`, and those of one
 * section by their first steps, `Build Steps: Tag the release`.
 */
export function procedureNames(
  { root }: Runbook,
  procedures: readonly Procedure[],
): ReadonlyMap<Procedure, string> {
  const names = new Map<Procedure, string>();
  for (const [name, alike] of groupBy(procedures, (procedure) => procedure.name)) {
    if (alike.length === 1) {
      for (const procedure of alike) names.set(procedure, name);
      continue;
    }
    const titles = new Map(alike.map((procedure) => [procedure, titlesAround(root, procedure)]));
    for (const procedure of alike) {
      const others = new Set(
        alike.flatMap((other) => (other === procedure ? [] : (titles.get(other) ?? []))),
      );
      const own = titles.get(procedure)?.find((title) => title !== name && !others.has(title));
      const first = plain(procedure.steps[0]?.title ?? '');
      names.set(
        procedure,
        own === undefined ? `${name}${first === '' ? '' : `: ${first}`}` : `${own}: ${name}`,
      );
    }
  }
  return names;
}

/** The titles of the sections around a procedure, from the innermost, without that of the document. */
function titlesAround(root: Section, { nameSpan }: Procedure): readonly string[] {
  const titles: string[] = [];
  let section: Section | undefined = root;
  while (section !== undefined) {
    const { heading } = section;
    if (heading !== null && heading.depth > 1) titles.unshift(plain(heading.title));
    section = section.children.find(({ span }) => span.start <= nameSpan.start && nameSpan.start < span.end);
  }
  return titles;
}
