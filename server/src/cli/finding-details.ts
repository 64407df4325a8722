/** What only some formats show of a finding: what it stands on, what belongs to it, which changes would end it. */
import type { ConfigurationProblem } from '../config/yaml-reader';
import { automaticFixIn, type Finding, type Fix } from '../service';
import { applyEdits } from '../text/edit';
import type { LineIndex } from '../text/line-index';
import { moved, sliceSpan } from '../text/span';
import type { FindingDetails, Suggestion } from './folder-check';
import type { OpenedWorkspace } from './open-workspace';
import { placeInBytes, placeOf, placeOfRange } from './place-of';

interface ReadText {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** The details of a finding in a document. Working out the changes takes time. */
export function toDetails(read: ReadText, finding: Finding, { service }: OpenedWorkspace): FindingDetails {
  const fixes = finding.fixes();
  return {
    entry: finding.entry?.id.text ?? '',
    words: sliceSpan(read.text, finding.span),
    bytes: placeInBytes(read.lines, finding.span),
    suggestion: suggestionOf(read, automaticFixIn(fixes)),
    related: finding.related.flatMap(({ uri, range, message }) => {
      if (service.runbook(uri) === undefined) return [];
      return [{ file: service.placeOf(uri).path, place: placeOfRange(range), message }];
    }),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      changes: [...edits].flatMap(([uri, own]) => {
        const lines = service.runbook(uri)?.lines;
        if (lines === undefined || own.length === 0) return [];
        const replacements = own.map(({ span, newText }) => ({ place: placeOf(lines, span), text: newText }));
        return [{ file: service.placeOf(uri).path, replacements }];
      }),
    })),
  };
}

/** The details of a problem in a configuration file, of which little is known. */
export function detailsOfProblem(
  text: string,
  lines: LineIndex,
  { span }: ConfigurationProblem,
): FindingDetails {
  const bytes = placeInBytes(lines, span);
  return { entry: '', words: sliceSpan(text, span), bytes, suggestion: null, related: [], fixes: [] };
}

/** Most lines that a suggestion replaces: code hosts show one below the lines that a change touches. */
const mostLines = 20;

/** A fix as one change of one place of its document; null for one that reaches further. */
function suggestionOf({ uri, text, lines }: ReadText, fix: Fix | undefined): Suggestion | null {
  const edits = fix?.edits.get(uri) ?? [];
  if (fix === undefined || edits.length === 0) return null;
  if ([...fix.edits].some(([other, own]) => other !== uri && own.length > 0)) return null;
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  if (lines.lineAt(end) - lines.lineAt(start) >= mostLines) return null;
  const own = edits.map((edit) => ({ ...edit, span: moved(edit.span, -start) }));
  return {
    bytes: placeInBytes(lines, { start, end }),
    text: applyEdits(text.slice(start, end), own),
  };
}
