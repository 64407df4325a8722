/** A document as the head of a short text, which is read in one piece, or of a long one, which is read in pieces. */
import { DocumentParser } from '../../server/src/parsing/document-parser';
import { findingsOf, openWorkspace } from './workspace';

/** One for all texts, so that what follows an edit is read with what was read before. */
const parser = new DocumentParser();
const path = 'docs/SoT.RUNBOOKS.md';
const heading = '\n\n# The rest\n\n';
/** What follows a head in a short document. */
export const short = `${heading}word`;
/** Long enough that a document with it is cut. */
export const long = heading + 'word '.repeat(6000).trimEnd();

/** What a reader gives for the first `length` characters; whatever lies behind them is only known to do so. */
function within(length: number, value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'text' && typeof inner === 'string' && inner.length > length) return 'the document';
      if (key === 'pieces' || key === 'passages' || key === 'lines') return undefined;
      return typeof inner === 'number' && inner > length ? 'behind' : inner;
    }),
  );
}

/** The model of the head, with this rest behind it. */
export function modelIn(head: string, rest: string): unknown {
  return within(head.length, parser.parse(head + rest, { path }));
}

/** The findings in the head, with this rest behind it. */
export function findingsIn(head: string, rest: string): unknown {
  const findings = findingsOf(openWorkspace(new Map([[path, head + rest]])), path);
  return within(
    head.length,
    findings.map(({ rule, span, message, severity }) => ({ name: rule.name, span, message, severity })),
  );
}
