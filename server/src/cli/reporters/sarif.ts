/** Findings as SARIF 2.1.0, with the rules, changes that would end each finding, and fingerprints that outlive moves. */
import { pathToFileURL } from 'node:url';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { version } from '../../../../package.json';
import { rulePage, rules } from '../../service';
import type { CheckedWorkspace, FindingDetails, Place, JudgedFinding } from '../folder-check';
import { fromHere } from '../from-here';
import { printableJson } from '../../text/printable';
import { Fingerprints } from './fingerprint';
import { configurationPage, project } from './project';
import { codeScanning, withinLimits, type SarifLimits } from './sarif-limits';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const firstBase = 'SRCROOT';
/** Code scanning shows as many places of a result. */
const mostLocations = 100;
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A log within the limits of its reader. */
export interface SarifLog {
  readonly text: string;
  /** What was left out of it, in words. */
  readonly omitted: readonly string[];
}

/**
 * A log with one run for all folders, since code scanning takes at most 20 runs and one of each tool. `here` is the
 * absolute path of the folder that the tool runs in. Of more than code scanning takes, the severest findings are kept.
 */
export function reportSarif(
  checked: readonly CheckedWorkspace[],
  here: string,
  limits: SarifLimits = codeScanning,
): SarifLog {
  const { bases, roots } = basesOf(checked, here);
  const prints = new Fingerprints();
  const results = checked.flatMap(({ lead, findings }, index) =>
    findings.map((finding) =>
      toResult(finding, {
        ...(bases[index] ?? { id: firstBase, lead: '' }),
        fingerprint: prints.of(finding, lead + finding.row.file),
      }),
    ),
  );
  return withinLimits(results, limits, (kept, omitted) => {
    const log: Log = { $schema: schema, version: '2.1.0', runs: [toRun(checked, kept, { roots, omitted })] };
    return `${printableJson(JSON.stringify(log, null, 2))}\n`;
  });
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
    helpUri: configurationPage,
    help: { text: `A problem in a configuration file. See ${configurationPage}` },
    defaultConfiguration: { enabled: true, level: 'warning' },
  },
];
const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));

/** The results of one folder are named from one base. */
interface Base {
  readonly id: string;
  /** Put before paths relative to the folder. */
  readonly lead: string;
}

/** Where the folders are: those below `here` are named from it, so that code hosts find the files; others from themselves. */
function basesOf(
  checked: readonly CheckedWorkspace[],
  here: string,
): { readonly bases: readonly Base[]; readonly roots: NonNullable<Run['originalUriBaseIds']> } {
  const roots = new Map<string, string>();
  const bases = checked.map(({ root }) => {
    const lead = fromHere(root, here);
    const path = lead === '' ? root : here;
    const id = roots.get(path) ?? (roots.size === 0 ? firstBase : `${firstBase}${String(roots.size + 1)}`);
    roots.set(path, id);
    return { id, lead };
  });
  const named = [...roots].map(([path, id]) => [id, { uri: directoryUri(path) }] as const);
  return { bases, roots: Object.fromEntries(named) };
}

function directoryUri(path: string): string {
  return `${pathToFileURL(path).href.replace(/\/$/, '')}/`;
}

function toRun(
  checked: readonly CheckedWorkspace[],
  results: Result[],
  { roots, omitted }: { roots: NonNullable<Run['originalUriBaseIds']>; omitted: readonly string[] },
): Run {
  const notices = [...checked.flatMap(({ lead, problems }) => problems.map((one) => lead + one)), ...omitted];
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
    originalUriBaseIds: roots,
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: notices.map((text) => ({
          level: 'warning' as const,
          message: { text },
        })),
      },
    ],
    results,
  };
}

interface Naming extends Base {
  readonly fingerprint: string;
}

function toResult({ row, details, accepted }: JudgedFinding, { fingerprint, ...base }: Naming): Result {
  const { file, rule, severity, message } = row;
  const result: Result = {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file, base), region: toRegion(row) } }],
    partialFingerprints: { 'runbookFinding/v1': fingerprint },
  };
  if (accepted) {
    result.baselineState = 'unchanged';
    result.suppressions = [
      { kind: 'external', status: 'accepted', justification: 'Accepted by the baseline.' },
    ];
  }
  const related = (details?.related ?? []).slice(0, mostLocations);
  if (related.length > 0) result.relatedLocations = related.map((one, index) => toRelated(one, index, base));
  const fixes = (details?.fixes ?? []).flatMap((one) => toFix(one, base));
  if (fixes.length > 0) result.fixes = fixes;
  return result;
}

function toRelated(
  { file, place, message }: FindingDetails['related'][number],
  index: number,
  base: Base,
): Location {
  const physicalLocation = { artifactLocation: artifact(file, base), region: toRegion(place) };
  return { id: index + 1, message: { text: message }, physicalLocation };
}

function toFix({ title, changes }: FindingDetails['fixes'][number], base: Base): Fix[] {
  const artifactChanges = changes.map(({ file, replacements }) => ({
    artifactLocation: artifact(file, base),
    replacements: replacements.map(({ place, text }) => ({
      deletedRegion: toRegion(place),
      insertedContent: { text },
    })),
  }));
  return artifactChanges.length === 0 ? [] : [{ description: { text: title }, artifactChanges }];
}

function artifact(file: string, { id, lead }: Base): { uri: string; uriBaseId: string } {
  return { uri: (lead + file).split('/').map(encodeURIComponent).join('/'), uriBaseId: id };
}

function toRegion({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
