/** The identifiers of a document as a preview links and marks them. */
import { parseIdentifier } from '../../model/identifier';
import type { Mention, Runbook } from '../../model/runbook';
import { sliceSpan } from '../../text/span';
import type { PreviewId } from '../../../../protocol/src/preview';
import type { FeatureContext } from '../shared/feature-context';
import { knownMentions, type KnownMention } from '../shared/id-states';

/**
 * One for each identifier and line, since a preview treats all of a line alike: links to entries, marks for missing ones,
 * and the place where an entry is defined. Not the field that repeats the identifier of its own entry.
 */
export function previewIds(context: FeatureContext, uri: string, runbook: Runbook): PreviewId[] {
  const found = new Map<string, PreviewId>();
  let head: Mention | null = null;
  for (const known of knownMentions(context, runbook)) {
    const { mention, definition, isMissing } = known;
    const text = sliceSpan(runbook.text, mention.span).replaceAll('\\', '');
    const isWhole = parseIdentifier(text) !== null;
    if (isWhole) head = mention;
    if (mention.field === 'id' || mention.place === 'link-target') continue;
    if (definition === undefined && !isMissing) continue;
    const defines = isDefinition(known, uri, runbook);
    if (mention.place === 'definition' && !defines) continue;
    const { line } = runbook.lines.positionAt(mention.span.start);
    const lead =
      isWhole || head === null
        ? ''
        : sliceSpan(runbook.text, { start: head.span.start, end: mention.span.start });
    const key = `${String(line)} ${lead}${text}`;
    if (found.has(key) && !defines) continue;
    found.set(key, {
      line,
      lead,
      text,
      id: known.id.text,
      state: definition === undefined ? 'missing' : definition.deprecated ? 'deprecated' : 'defined',
      defines,
      title: definition?.title ?? '',
      target: definition === undefined ? null : { uri: definition.uri, slug: definition.slug },
    });
  }
  return [...found.values()];
}

/** Whether a jump to the identifier leads right here. */
function isDefinition({ mention, definition }: KnownMention, uri: string, { lines }: Runbook): boolean {
  if (mention.place !== 'definition' || definition?.uri !== uri) return false;
  const { line, character } = lines.positionAt(mention.span.start);
  const { start } = definition.idRange;
  return start.line === line && start.character === character;
}
