/** What the words of runbooks mean: names of sections, labels and fields, compared (`domain.md` section 3). */
import { fieldNames } from './field-names';
import { roleNames, type Role } from './role-names';
import { rememberWords } from '../text/remember';

export { fieldNames } from './field-names';
export type { Role } from './role-names';

const roles: ReadonlyMap<string, Role> = new Map(
  roleNames.flatMap(([role, names]) => names.map((name) => [name, role] as const)),
);

/** A name as it is compared: lower case, without numbering, remarks in parentheses, decoration and closing colon. */
export const normalizeName = rememberWords((name) =>
  name
    .slice(0, 200)
    .toLowerCase()
    .replace(/^[^a-z0-9]+/, '')
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s*:+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** `Rollback Triggers` and the like say when to go back, not how. */
const aboutRollback: ReadonlySet<string> = new Set([
  'triggers',
  'trigger',
  'deadline',
  'decision',
  'criteria',
  'conditions',
  'owner',
  'testing',
  'tested',
  'approval',
  'communication',
]);
/** `Communication During Rollback` goes along with the way back. */
const aroundRollback = /\b(?:during|after|before|verify|test|when to)\b/;

/** What a heading or label of this name is for, or null for a name of its own. `name` as written or normalized. */
export const roleOf = rememberWords((name): Role | null => {
  const normalized = normalizeName(name);
  const exact = roles.get(normalized);
  if (exact !== undefined) return exact;
  const words = normalized.split(' ');
  if (words.length > 5) return null;
  const last = words.at(-1) ?? '';
  if (last === 'verification' || last === 'validation' || normalized.endsWith('smoke tests'))
    return 'verification';
  if (words[0] === 'rollback') return aboutRollback.has(words[1] ?? '') ? null : 'rollback';
  if (last === 'rollback') return aroundRollback.test(normalized) ? null : 'rollback';
  if (words[0] === 'escalation') return 'escalation';
  if (last === 'steps' && words.length <= 3) return 'steps';
  if (last === 'prerequisites') return 'prerequisites';
  return null;
});

/** Whether a role confirms that work was done: verification sections and gate criteria alike. */
export function isVerifying(role: Role | null): boolean {
  return role === 'verification' || role === 'gate-criteria';
}

/** Whether a plain line `Name:` may be a label of this name. */
export function isKnownLabel(name: string): boolean {
  const normalized = normalizeName(name);
  return roles.has(normalized) || fieldNames.has(normalized);
}
