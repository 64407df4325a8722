/** What the words of runbooks mean: names of sections, labels and fields, compared (docs/runbook-format.md#sections). */
import { fieldNames } from './field-names';
import { confirmingInStep, listsOfLinks, namesByRole, type Role } from './role-names';
import { foldName, nearbyRole } from './role-patterns';
import { englishName } from './translated-names';
import { translatedRole } from './translated-patterns';
import { rememberWords } from '../text/remember';

export { fieldNames } from './field-names';
export type { Role } from './role-names';

const roles: ReadonlyMap<string, Role> = new Map(
  namesByRole.flatMap(([role, names]) =>
    // of two languages that have the same word the first role counts
    [...names].reverse().map((name) => [foldName(name.replaceAll('’', "'")), role] as const),
  ),
);

/** What stands before the first letter or digit of any language; circled digits and signs such as ℹ are symbols. */
const decoration = /^(?![a-z0-9])(?:[^\p{L}\p{Nd}]|[\u2100-\u214f]){1,40}/u;

/**
 * A name as it is compared: lower case, without symbols, boxes, numbers and letters before it, remarks in parentheses,
 * decoration and what closes it.
 */
export const normalizeName = rememberWords((name) =>
  isPlain(name) ? name.toLowerCase() : withoutDecoration(name),
);

const longestName = 200;

/** Whether nothing in a name is decoration: it consists of words in ASCII and marks between them. */
function isPlain(name: string): boolean {
  return name.length <= longestName && /^[A-Za-z]/.test(name) && !mayDecorate.test(name);
}

const mayDecorate = /[^A-Za-z0-9,:;'"/_ -]| {2}|[^A-Za-z0-9]$/;

function withoutDecoration(name: string): string {
  return name
    .slice(0, longestName)
    .toLowerCase()
    .replaceAll('：', ':')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/^(?::[a-z0-9_+-]{2,40}:[^\S\n]{0,3}){1,3}|(?:[^\S\n]{1,3}:[a-z][a-z0-9_+-]{1,40}:){1,3}$/g, '')
    .replace(/^[^a-z0-9]*\[[ x]\][^a-z0-9]*/, '')
    .replace(decoration, '')
    .replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\d\ufe0f?\u20e3|[a-z][.)]|[ivx]{2,5}[.)])\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/[(（][^()（）]{0,200}[)）] ?$/, '')
    .replace(/(?<![ :?!.\p{So}\ufe0f\u200d])[ :?!.\p{So}\ufe0f\u200d]+$/u, '')
    .trim();
}

/** Roles whose names may be followed by what they are about: `Verification: database`. */
const topical: ReadonlySet<Role | undefined> = new Set<Role>([
  'verification',
  'rollback',
  'escalation',
  'prerequisites',
  'steps',
  'post',
]);

/** What a heading or label of this name is for, or null for a name of its own. `name` as written or normalized. */
export const roleOf = rememberWords((name): Role | null => {
  const normalized = normalizeName(name);
  const folded = foldName(normalized);
  const exact = roles.get(folded.replaceAll('’', "'")) ?? nearbyRole(normalized) ?? translatedRole(folded);
  if (exact !== null) return exact;
  const topic = /^([a-z][a-z -]{2,40}?)(?: ?:| [-–—]) /.exec(normalized)?.[1];
  const role = topic === undefined || topic === 'configuration' ? undefined : roles.get(foldName(topic));
  if (role !== undefined && topical.has(role)) return role;
  const both = normalized.includes('/') ? roleOfBoth(normalized) : null;
  if (both !== null) return both;
  const half = translatedHalf(name);
  return half === null ? null : (roles.get(foldName(normalizeName(half))) ?? null);
});

/** What `rollback / undo` is for, whose names mean the same; else null. */
function roleOfBoth(normalized: string): Role | null {
  const [first, second, ...others] = normalized.split('/').map((name) => roles.get(foldName(name.trim())));
  return first !== undefined && first === second && others.length === 0 ? first : null;
}

/** `Symptoms` of `개요 (Symptoms)`: a name in other letters that has another in brackets; else null. */
function translatedHalf(name: string): string | null {
  if (!/[^\P{L}\p{Script=Latin}]/u.test(name)) return null;
  return /[(（]([^()（）]{1,80})[)）]\s*$/u.exec(name.slice(0, 200))?.[1] ?? null;
}

/**
 * What a numbered heading of this name is for among numbered steps. `4. Rollback` is the way back; `3. Verify the data`,
 * `1. Pre-checks` and `5. Clean up` are steps.
 */
export function roleAmongSteps(name: string): Role | null {
  const role = roles.get(foldName(normalizeName(name)));
  return role === undefined || role === 'steps' || role === 'prerequisites' || role === 'post' ? null : role;
}

/** What a label of this name is for inside a step, where `Check`, `Result` or `Output` confirm it. */
export function roleInStep(name: string): Role | null {
  const folded = foldName(normalizeName(name)).replace(/^(?:then|now|next|finally|and) /, '');
  return confirmingInStep.has(folded) ? 'verification' : roleOf(name);
}

/** Whether a heading of this name lists entries if it holds nothing but ids and links, and says something else if not. */
export function mayListLinks(name: string): boolean {
  return listsOfLinks.has(foldName(normalizeName(name)));
}

/** Whether a role confirms that work was done: verification sections and gate criteria alike. */
export function isVerifying(role: Role | null): boolean {
  return role === 'verification' || role === 'gate-criteria';
}

/** A name of a field, or of a column, as rules ask for it: as it is compared, and in English. */
export function fieldKey(name: string): string {
  const key = englishName(normalizeName(name));
  if (!/[_-]/.test(key) || fieldNames.has(key)) return key;
  // `last_tested` and `last-tested`, as in a front matter
  const spaced = key.replace(/[_-]/g, ' ');
  return fieldNames.has(spaced) ? spaced : key;
}

/** More words in another language are a sentence. */
const shortName = /^[^ ]+(?: [^ ]+){0,2}$/;

/** Whether a plain line `Name:` may be a label of this name. */
export function isKnownLabel(name: string): boolean {
  const folded = foldName(normalizeName(name));
  if (roles.has(folded) || fieldNames.has(fieldKey(name))) return true;
  return shortName.test(folded) && translatedRole(folded) !== null;
}

/** What names mean in one workspace. */
export interface Vocabulary {
  /** What a heading or label is for, or null; `name` as written or normalized. */
  readonly roleOf: (name: string) => Role | null;
  /** What a numbered heading is for among numbered steps. */
  readonly roleAmongSteps: (name: string) => Role | null;
  /** What a label is for inside a step. */
  readonly roleInStep: (name: string) => Role | null;
  /** Whether a plain line `Name:` may be a label. */
  readonly isKnownLabel: (name: string) => boolean;
}

/** What names mean where a workspace says nothing about them. */
export const builtInVocabulary: Vocabulary = { roleOf, roleAmongSteps, roleInStep, isKnownLabel };

/** The built-in meanings but for some names (as people write them): the role of each, or null where it has none. */
export function vocabularyWith(own: Iterable<readonly [string, Role | null]>): Vocabulary {
  const changed = new Map(Array.from(own, ([name, role]) => [foldName(normalizeName(name)), role] as const));
  const asked =
    (usual: (name: string) => Role | null) =>
    (name: string): Role | null => {
      const role = changed.get(foldName(normalizeName(name)));
      return role === undefined ? usual(name) : role;
    };
  return {
    roleOf: asked(roleOf),
    roleAmongSteps: asked(roleAmongSteps),
    roleInStep: asked(roleInStep),
    isKnownLabel: (name) => changed.has(foldName(normalizeName(name))) || isKnownLabel(name),
  };
}
