/** The written form of a check, and whether a text is one. Knows nothing of where it is kept. */
import type { FindingPrint } from '../service';
import type { FindingDetails, FolderCheck, Place, ReportedFinding, Row, Suggestion } from './folder-check';

/** A check with the fingerprint of all that it was made of. */
export interface StoredCheck {
  readonly fingerprint: string;
  readonly check: FolderCheck;
}

export function writeStoredCheck(stored: StoredCheck): string {
  return JSON.stringify(stored);
}

/** Null for a text that is no stored check. */
export function readStoredCheck(text: string): StoredCheck | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isStoredCheck(value) ? value : null;
}

type Guard<T> = (value: unknown) => value is T;

const isText: Guard<string> = (value) => typeof value === 'string';
const isNumber: Guard<number> = (value) => typeof value === 'number';
const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
const isSeverity: Guard<Row['severity']> = (value) =>
  value === 'error' || value === 'warning' || value === 'information' || value === 'hint';

function listOf<T>(isItem: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isItem);
}

function orNull<T>(is: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || is(value);
}

/** An object whose properties, by name, are what the guards say. */
function objectOf<T>(guards: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> {
  const properties = Object.entries<Guard<unknown>>(guards);
  return (value): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    const own = new Map<string, unknown>(Object.entries(value));
    return properties.every(([name, is]) => is(own.get(name)));
  };
}

const placeGuards = { line: isNumber, column: isNumber, endLine: isNumber, endColumn: isNumber };
const isPlace = objectOf<Place>(placeGuards);

const isDetails = objectOf<FindingDetails>({
  entry: isText,
  words: isText,
  bytes: isPlace,
  suggestion: orNull(objectOf<Suggestion>({ bytes: isPlace, text: isText })),
  related: listOf(objectOf({ file: isText, place: isPlace, message: isText })),
  fixes: listOf(
    objectOf({
      title: isText,
      changes: listOf(
        objectOf({ file: isText, replacements: listOf(objectOf({ place: isPlace, text: isText })) }),
      ),
    }),
  ),
});

const isStoredCheck = objectOf<StoredCheck>({
  fingerprint: isText,
  check: objectOf<FolderCheck>({
    findings: listOf(
      objectOf<ReportedFinding>({
        row: objectOf<Row>({
          ...placeGuards,
          file: isText,
          rule: isText,
          severity: isSeverity,
          message: isText,
          fixable: isFlag,
          byTime: isFlag,
        }),
        source: isNumber,
        details: orNull(isDetails),
        mild: isFlag,
        print: orNull(objectOf<FindingPrint>({ entry: isText, at: isText })),
      }),
    ),
    sources: listOf(isText),
    documents: listOf(isText),
    recognised: isNumber,
    entries: listOf(isText),
    problems: listOf(isText),
  }),
});
