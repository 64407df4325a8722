/** Findings as LSP diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { diagnosticSource } from '../../../protocol/src/contributions';
import type { ConfigurationProblem } from '../config/yaml-reader';
import { rulePage, type PlainFinding } from '../service';
import type { Say } from '../text/say';
import { LineIndex } from '../text/line-index';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;

/** The diagnostic of a finding. `toClient` spells URIs the way the client does, `rulePages` is where it has pages of rules. */
export function toDiagnostic(
  { rule, severity, range, message, related, tags: marks }: PlainFinding,
  toClient: (uri: string) => string,
  rulePages: string | undefined,
): Diagnostic {
  return {
    range,
    severity: severities[severity],
    code: rule,
    codeDescription: { href: rulePage(rule, rulePages) },
    source: diagnosticSource,
    message,
    ...(marks.length === 0 ? {} : { tags: marks.map((mark) => tags[mark]) }),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            location: { uri: toClient(place.uri), range: place.range },
            message: place.message,
          })),
        }),
  };
}

/** The diagnostics of a configuration file. */
export function toConfigurationDiagnostics(
  say: Say,
  text: string,
  problems: readonly ConfigurationProblem[],
): Diagnostic[] {
  const lines = new LineIndex(text);
  return problems.map(({ span, words, severity }) => ({
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    severity: severities[severity],
    code: 'configuration',
    source: diagnosticSource,
    message: say(words),
  }));
}
