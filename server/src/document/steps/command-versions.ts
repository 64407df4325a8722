/** Versions in the build and deployment commands of a release that were meant to be the release's own. */
import type { Runbook } from '../../model/runbook';
import { Coverage } from '../../text/coverage';
import type { Span } from '../../text/span';
import { sectionsOf } from '../sections/section-lookup';
import { compareVersions, toVersion, versionSource, type Version } from '../fields/version';

export interface CommandVersion {
  readonly version: Version;
  /** The digits. */
  readonly span: Span;
}

/**
 * Versions that differ from the release's and cannot be anything else: in git commands; the previous version where
 * nothing is compared or reverted; a version behind the same words as the right one elsewhere; a slip of the keyboard.
 */
export function commandVersions(
  runbook: Runbook,
  release: Version,
  previous: Version | null,
): CommandVersion[] {
  const found: (CommandVersion & { line: string; context: string })[] = [];
  const { lines, text } = runbook;
  for (const span of commandSpans(runbook)) {
    for (const match of text.slice(span.start, span.end).matchAll(new RegExp(versionSource, 'gi'))) {
      const digits = match[1] ?? '';
      const end = span.start + match.index + match[0].length;
      const line = lines.spanOf(lines.lineAt(end - digits.length));
      found.push({
        version: toVersion(digits),
        span: { start: end - digits.length, end },
        line: text.slice(line.start, line.end),
        context: contextOf(text.slice(line.start, end - digits.length)),
      });
    }
  }
  const right = new Set(
    found.filter(({ version }) => compareVersions(version, release) === 0).map(({ context }) => context),
  );
  return found.filter(({ version, line, context }) => {
    if (
      compareVersions(version, release) === 0 ||
      /\b(?:roll|revert|previous|from|before|compare|diff|log|since|backup)/i.test(line)
    )
      return false;
    if (previous !== null && compareVersions(version, previous) === 0) return true;
    return (
      /\bgit\s+(?:tag|push|checkout)\b/.test(line) || right.has(context) || isSlip(version.text, release.text)
    );
  });
}

/** Fences and code spans of the build and deployment sections. */
function commandSpans(runbook: Runbook): Span[] {
  const sections = sectionsOf(runbook).filter(
    ({ heading }) =>
      heading?.depth === 2 &&
      /^(?:build|deployment|deploy|production deployment|staging deployment)\b/.test(heading.key),
  );
  const covered = new Coverage(sections.map(({ span }) => span));
  const fences = runbook.fences.map(({ content }) => content).filter((span) => covered.encloses(span));
  const fenced = new Coverage(fences);
  const steps = runbook.procedures
    .flatMap((procedure) => procedure.steps)
    .flatMap(({ commands }) => commands.map(({ span }) => span))
    .filter((span) => covered.encloses(span) && !fenced.encloses(span));
  return [...fences, ...steps];
}

/** The command and what stands right before the version: `shopctl deploy … --version `. */
function contextOf(before: string): string {
  const words = before.replace(/^[\s$>]*(?:[-*+]\s+)?(?:command(?: \/ pipeline)?\s*:\s*)?/i, '').split(/\s+/);
  return [words[0] ?? '', words[1] ?? '', words.slice(-2).join(' ')].join('\n');
}

/** Whether two versions differ by one character, or by two neighbours or digits that changed places. */
function isSlip(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && a.charAt(head) === b.charAt(head)) head++;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length <= 1 && right.length <= 1) return true;
  // what changed places stands at the two ends of the difference: 2.14 and 4.12, 14 and 41
  const swapped = left.charAt(left.length - 1) + left.slice(1, -1) + left.charAt(0);
  return left.length > 1 && swapped === right;
}
