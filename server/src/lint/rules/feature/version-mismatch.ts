/** Header and change log of a feature runbook disagree about its version. */
import type { Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { headerField } from '../../../document/fields/header-field';
import { Messages } from '../../message';
import { defineRule, type Match, type RelatedWording } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';
import { cellWords, columnOf, tablesWithin } from '../../../document/sections/table-cells';
import { compareVersions, findVersion, type Version } from '../../../document/fields/version';

interface LoggedVersion {
  readonly version: Version;
  readonly date: string;
  readonly span: Span;
}

interface VersionMismatch extends Match {
  readonly own: Version;
  readonly logged: LoggedVersion;
}

const messages = new Messages({
  older:
    'The header says version {own}, but the change log is at {logged}. Readers cannot tell which is current. Update the header.',
  newer:
    'The header says version {own}, but the change log ends at {logged}. The last change is undocumented. Add a row, or correct the version.',
  newest: 'Newest row of the change log: {logged}',
});

export const versionMismatch = defineRule<VersionMismatch>({
  meta: {
    name: 'version-mismatch',
    summary: 'The version in the header differs from the newest row of the change log',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
  },
  *find({ runbook }) {
    const value = headerField(runbook, /^(?:version|document version|runbook version)$/)?.value;
    const found = value == null ? null : findVersion(runbook.text.slice(value.span.start, value.span.end));
    const logged = newestOf(loggedVersions(runbook));
    if (value == null || found === null || logged === null) return;
    if (compareVersions(found.version, logged.version) === 0) return;
    const start = value.span.start + found.index;
    yield { span: { start, end: start + found.version.text.length }, own: found.version, logged };
  },
  message({ own, logged }, { runbook, place }) {
    const related: RelatedWording = {
      uri: place.uri,
      range: {
        start: runbook.lines.positionAt(logged.span.start),
        end: runbook.lines.positionAt(logged.span.end),
      },
      message: messages.of('newest', { logged: logged.version.text }),
    };
    const id = compareVersions(own, logged.version) < 0 ? 'older' : 'newer';
    return { ...messages.of(id, { own: own.text, logged: logged.version.text }), related: [related] };
  },
  fixes({ span, own, logged }, context) {
    const { text } = logged.version;
    const older = compareVersions(own, logged.version) < 0;
    return [
      fixHere(context, context.say`Change version to ${text}`, [{ span, newText: text }], older, 'value'),
    ];
  },
});

/** The versions of the rows, or of the lines of a change log without a table. */
function loggedVersions(runbook: Runbook): LoggedVersion[] {
  const section = findSection(runbook, /^(?:change ?log|(?:change|revision|version|document) history)$/);
  if (section === undefined) return [];
  const [table] = tablesWithin(runbook, section.span);
  if (table !== undefined) {
    const version = columnOf(table, /^(?:version|ver|revision|release)\b/);
    const date = columnOf(table, /\bdate\b|^when$/);
    return table.rows.flatMap(({ cells, span }) => {
      const found = findVersion(cellWords(runbook, cells[version]));
      return found === null
        ? []
        : [
            {
              version: found.version,
              date: dateOf(cellWords(runbook, cells[date])),
              span: cells[version]?.span ?? span,
            },
          ];
    });
  }
  const { lines, text } = runbook;
  const found: LoggedVersion[] = [];
  for (let line = lines.lineAt(section.content.start); line <= lines.lineAt(section.content.end); line++) {
    const source = lines.textOf(line);
    const version = /^\s*(?:[-*+]|#{1,6})\s/.test(source) ? findVersion(source.slice(0, 80)) : null;
    if (version === null || lines.startOf(line) >= Math.min(section.span.end, text.length)) continue;
    const start = lines.startOf(line) + version.index;
    found.push({
      version: version.version,
      date: dateOf(source),
      span: { start, end: start + version.version.text.length },
    });
  }
  return found;
}

/** The row of the latest day; on the same day, or without days, the highest version. */
function newestOf(logged: readonly LoggedVersion[]): LoggedVersion | null {
  const dated = logged.every(({ date }) => date !== '');
  const [newest] = [...logged].sort((a, b) => {
    if (dated && a.date !== b.date) return a.date < b.date ? 1 : -1;
    return compareVersions(b.version, a.version);
  });
  return newest ?? null;
}

function dateOf(text: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
}
