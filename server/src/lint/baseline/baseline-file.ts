/** The file of a baseline: JSON with one finding a line, so that changes of it can be read and merged. */
import { Baseline, type AcceptedFinding } from './baseline';

/** The usual name of the file. */
export const baselineFileName = '.runbook-baseline.json';

/** Counts up when older versions would take the findings for others. */
const version = 1;

/** The text of the file, the same for the same findings. */
export function writeBaseline({ findings }: Baseline): string {
  const lines = findings.map(({ file, rule, entry, at, count }) =>
    JSON.stringify({
      file,
      rule,
      ...(entry === '' ? {} : { entry }),
      at,
      ...(count === 1 ? {} : { count }),
    }),
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{"version": ${String(version)}, "findings": ${list}}\n`;
}

/** The baseline in a text, or what is wrong with the text, as a sentence. */
export function readBaseline(text: string): Baseline | { readonly problem: string } {
  if (/^(?:<{7}|={7}|>{7})(?: |$)/m.test(text))
    return { problem: 'It has merge conflicts. Keep the lines of both sides, and commas between them.' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      problem: `It is not JSON: ${error instanceof Error ? error.message : String(error)}. ${advice}`,
    };
  }
  const file = membersOf(value);
  const given = file?.get('version');
  const listed = file?.get('findings');
  if (typeof given === 'number' && given > version)
    return { problem: `It has version ${String(given)}, which this version of the tool cannot read.` };
  if (given !== version || !Array.isArray(listed)) return { problem: `It is not a baseline. ${advice}` };
  const findings: AcceptedFinding[] = [];
  for (const [index, one] of listed.entries()) {
    const finding = toFinding(one);
    if (finding === null)
      return { problem: `Number ${String(index + 1)} of its findings is none. ${advice}` };
    findings.push(finding);
  }
  return new Baseline(findings);
}

const advice = 'Write it anew with "runbook-md check --write-baseline".';

function toFinding(value: unknown): AcceptedFinding | null {
  const members = membersOf(value);
  if (members === null) return null;
  const [file, rule, entry = '', at, count = 1] = ['file', 'rule', 'entry', 'at', 'count'].map((name) =>
    members.get(name),
  );
  if (typeof file !== 'string' || typeof rule !== 'string' || typeof entry !== 'string') return null;
  if (typeof at !== 'string' || !/^(?:[0-9a-f]{12})?\.[0-9a-f]{12}\.[0-9a-f]{12}$/.test(at)) return null;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return null;
  return { file, rule, entry, at, count };
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? new Map<string, unknown>(Object.entries(value)) : null;
}
