/** Rules over a small workspace: findings at places of the text, each once, in short words, the same each time. */
import { expect } from 'vitest';
import { toPlainFinding } from '../../../server/src/lint/plain-finding';
import type { Finding } from '../../../server/src/lint/rule';
import { decodeDocument, encodeDocument } from '../../../server/src/cache/document-snapshot';
import { isReported } from '../../../server/src/report/is-reported';
import { surveyDocument } from '../../../server/src/report/survey';
import { decodeSurvey, encodeSurvey } from '../../../server/src/report/survey-snapshot';
import { ruleNames } from '../../../server/src/service';
import { wholeOf } from '../../../server/src/index/unread-summary';
import { findingsOf, openWorkspace, today, uriOf } from '../../support/workspace';
import type { Case } from '../case';
import type { Target } from '../target';
import { anyWorkspace, newerWorkspace } from '../texts/workspaces';

/** Characters of a message, words that it quotes from the document among them. */

export const rules: Target = {
  name: 'rules',
  cases: anyWorkspace,
  newer: newerWorkspace,
  usualRuns: 200,
  complaintsOf(given) {
    const complaints: string[] = [];
    const found = judge(given);
    for (const [path, { findings }] of found) {
      const { length } = given.files.get(path) ?? '';
      const seen = new Set<string>();
      for (const finding of findings) {
        const { rule, span, message } = finding;
        if (!(0 <= span.start && span.start <= span.end && span.end <= length))
          complaints.push(`${rule.name}: a place outside of the text`);
        if (message.trim() === '' || /\bundefined\b|\[object|\bNaN\b|\n/.test(message))
          complaints.push(`${rule.name}: an odd message: ${JSON.stringify(message)}`);
        const words = describe(finding);
        if (seen.has(words)) complaints.push(`${rule.name}: the same finding twice`);
        seen.add(words);
      }
    }
    const again = judge(given);
    for (const [path, { findings, kept }] of found) {
      expect(again.get(path)?.findings.map(describe), 'judged once more').toEqual(findings.map(describe));
      expect(kept.after, 'kept and read again').toEqual(kept.before);
    }
    return complaints;
  },
};

interface Judged {
  readonly findings: readonly Finding[];
  /** What is kept of the document, before and after. */
  readonly kept: { readonly before: unknown; readonly after: unknown };
}

function judge({ files }: Case): Map<string, Judged> {
  const documents = openWorkspace(files);
  return new Map(
    [...files.keys()]
      .filter((path) => path.endsWith('.md'))
      .map((path) => {
        const uri = uriOf(path);
        const findings = findingsOf(documents, path);
        const [runbook, known] = [documents.runbook(uri), documents.summaryOf(uri)];
        if (runbook === undefined || known === undefined) throw new Error(`${path} is lost`);
        // what nobody has asked about would be kept as such
        const summary = wholeOf(known);
        const judged = findings.map((finding) => toPlainFinding(finding, runbook, null));
        const input = documents.ruleInput(uri, runbook, today);
        const surveyed = isReported(input) ? [surveyDocument(input)] : [];
        const changesOn = judged.some(({ byTime }) => byTime) ? today : null;
        const written = encodeDocument({ summary, judged, changesOn, surveyed: surveyed.map(encodeSurvey) });
        const before = written === null ? null : { summary, judged, changesOn, surveyed };
        const values: unknown = JSON.parse(JSON.stringify(written));
        const after =
          written === null
            ? null
            : decodeDocument(
                documents.placeOf(uri),
                values,
                ruleNames,
                documents.words,
                (own) => decodeSurvey(path, own),
                () => documents.unreadSummary(uri),
              );
        return [path, { findings, kept: { before, after } }];
      }),
  );
}

function describe({ rule, severity, span, message }: Finding): string {
  return `${severity} ${rule.name} ${span.start}-${span.end} ${message}`;
}
