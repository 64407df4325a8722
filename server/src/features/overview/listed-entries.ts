/** Which entries a list of all of them shows: each once, where it is defined. */
import { hasBody } from '../../model/entry';
import type { Definition } from '../../index/summary';
import type { FeatureContext } from '../shared/feature-context';

/** The entries of one workspace, in no order; those of the folders that it joins are theirs. */
export function* listedEntries({ workspace }: Pick<FeatureContext, 'workspace'>): Iterable<Definition> {
  const seen = new Set<string>();
  for (const definition of workspace.allDefinitions()) {
    const { form, uri, key, id } = definition;
    const document = workspace.document(uri);
    if (form === 'fence' || document === undefined || document.kind === 'skill' || !workspace.owns(id.prefix))
      continue;
    if (!workspace.holds(uri)) continue;
    const place = `${key} ${uri} ${hasBody(definition) ? String(definition.idRange.start.line) : ''}`;
    if (seen.has(place)) continue;
    // a registry row or file name beside a body is the same entry
    if (!hasBody(definition) && workspace.definition(key) !== definition) continue;
    seen.add(place);
    yield definition;
  }
}
