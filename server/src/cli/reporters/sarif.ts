/** Findings as SARIF 2.1.0, with the rules, changes that would end each finding, and fingerprints that outlive moves. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { version } from '../../../../package.json';
import { rulePage, rules } from '../../service';
import type { CheckedWorkspace, FindingDetails, Place, ReportedFinding } from '../folder-check';
import { fromHere } from '../from-here';
import { printableJson } from '../../text/printable';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const project = 'https://github.com/vscode-runbook/vscode-runbook';
const base = 'SRCROOT';
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A log with one run for each workspace. `here` is the absolute path of the folder that the tool runs in. */
export function reportSarif(checked: readonly CheckedWorkspace[], here: string): string {
  const log: Log = { $schema: schema, version: '2.1.0', runs: checked.map((one) => toRun(one, here)) };
  return `${printableJson(JSON.stringify(log, null, 2))}\n`;
}

const descriptors: readonly ReportingDescriptor[] = [
  ...rules.map(({ meta, fixable }): ReportingDescriptor => ({
    id: meta.name,
    shortDescription: { text: `${meta.summary}.` },
    helpUri: rulePage(meta.name),
    help: { text: `${meta.summary}. See ${rulePage(meta.name)}` },
    defaultConfiguration:
      meta.severity === 'off' ? { enabled: false } : { enabled: true, level: levels[meta.severity] },
    properties: { tags: ['runbook'], fixable },
  })),
  {
    id: 'configuration',
    shortDescription: { text: 'A problem in a configuration file.' },
    helpUri: `${project}/blob/main/docs/configuration.md`,
    help: { text: `A problem in a configuration file. See ${project}/blob/main/docs/configuration.md` },
    defaultConfiguration: { enabled: true, level: 'warning' },
  },
];
const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));

function toRun(workspace: CheckedWorkspace, here: string): Run {
  const lead = fromHere(workspace.root, here);
  // paths lead from where the run began, so that code hosts find the files; folders elsewhere are their own root
  const root = lead === '' ? workspace.root : here;
  const prints = new Map<string, number>();
  return {
    tool: {
      driver: {
        name: 'Runbook',
        version,
        semanticVersion: version,
        informationUri: project,
        rules: [...descriptors],
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { uri: `${pathToFileURL(root).href.replace(/\/$/, '')}/` } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: workspace.problems.map((problem) => ({
          level: 'warning' as const,
          message: { text: problem },
        })),
      },
    ],
    results: workspace.findings.map((reported) => toResult(reported, lead, prints)),
  };
}

function toResult(reported: ReportedFinding, lead: string, prints: Map<string, number>): Result {
  const { row, details } = reported;
  const { file, rule, severity, message } = row;
  const result: Result = {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(lead + file), region: toRegion(row) } }],
    partialFingerprints: { 'runbookFinding/v1': fingerprint(reported, prints) },
  };
  const related = (details?.related ?? []).map((one, index) => toRelated(one, index, lead));
  if (related.length > 0) result.relatedLocations = related;
  const fixes = (details?.fixes ?? []).flatMap((one) => toFix(one, lead));
  if (fixes.length > 0) result.fixes = fixes;
  return result;
}

function toRelated(
  { file, place, message }: FindingDetails['related'][number],
  index: number,
  lead: string,
): Location {
  const physicalLocation = { artifactLocation: artifact(lead + file), region: toRegion(place) };
  return { id: index + 1, message: { text: message }, physicalLocation };
}

function toFix({ title, changes }: FindingDetails['fixes'][number], lead: string): Fix[] {
  const artifactChanges = changes.map(({ file, replacements }) => ({
    artifactLocation: artifact(lead + file),
    replacements: replacements.map(({ place, text }) => ({
      deletedRegion: toRegion(place),
      insertedContent: { text },
    })),
  }));
  return artifactChanges.length === 0 ? [] : [{ description: { text: title }, artifactChanges }];
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}

function toRegion({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** The same for the same words of the same entry in the same file, wherever they stand in it. */
function fingerprint({ row: { rule, file }, details }: ReportedFinding, prints: Map<string, number>): string {
  const words = (details?.words ?? '').replace(/\s+/g, ' ').trim();
  const said = [rule, file, details?.entry ?? '', words].join('\n');
  const before = prints.get(said) ?? 0;
  prints.set(said, before + 1);
  return createHash('sha256')
    .update(`${said}\n${String(before)}`)
    .digest('hex')
    .slice(0, 32);
}
