/** The words of runbooks: names of sections, fields and enumerations (`domain.md` section 3). */

/** What a section or label is for, whatever it is called. */
export type Role =
  | 'verification'
  | 'gate-criteria'
  | 'rollback'
  | 'escalation'
  | 'prerequisites'
  | 'trigger'
  | 'steps'
  | 'post'
  | 'scope'
  | 'objective'
  | 'dependencies'
  | 'decision-point'
  | 'duration'
  | 'commands'
  | 'linked-ids'
  | 'navigation'
  | 'change-log'
  | 'deprecated'
  | 'notes';

/** Names by role, in lower case without plural forms that the pattern of {@link roleOf} folds. */
const names: Readonly<Record<Role, readonly string[]>> = {
  'gate-criteria': [
    'gate criteria',
    'gate',
    'gates',
    'exit criteria',
    'acceptance criteria',
    'success criteria',
    'definition of done',
  ],
  verification: [
    'verification',
    'verify',
    'expected output',
    'expected result',
    'expected results',
    'expected response',
    'expected',
    'checklist',
    'configuration',
    'validation',
    'validate',
    'smoke tests',
    'smoke test',
    'post-checks',
    'post checks',
    'post-check',
    'confirm',
    'confirmation',
    'how to confirm',
    'how to verify',
    'integrity check',
    'integrity checks',
    'verification steps',
    'verification checklist',
    'health check',
    'health checks',
    'verify success',
  ],
  rollback: [
    'rollback',
    'roll-back',
    'roll back',
    'rollback procedure',
    'rollback procedures',
    'rollback plan',
    'rollback steps',
    'complete rollback procedure',
    'revert',
    'back-out',
    'back out',
    'backout',
    'backout plan',
    'back-out plan',
    'recovery',
    'restore',
    'rollback instructions',
  ],
  escalation: [
    'escalation',
    'escalation path',
    'escalation paths',
    'escalation procedure',
    'escalation procedures',
    'escalation level',
    'escalation levels',
    'how to escalate',
    'who to contact',
    'emergency contacts',
    'incident contacts',
    'escalation contacts',
    'when to escalate',
    'escalation policy',
    'escalation matrix',
  ],
  prerequisites: [
    'prerequisites',
    'prerequisite',
    'pre-requisites',
    'pre-requisite',
    'requirements',
    'preparation',
    'before you start',
    'before you begin',
    'preconditions',
    'pre-conditions',
  ],
  trigger: [
    'trigger',
    'triggers',
    'when to use',
    'symptoms',
    'meaning',
    'detection',
    'what fired',
    'when to use this runbook',
    'trigger conditions',
  ],
  steps: [
    'tasks',
    'steps',
    'procedure',
    'procedures',
    'deployment steps',
    'deployment procedures',
    'resolution',
    'mitigation',
    'immediate actions',
    'immediate action',
    'troubleshooting',
    'what to do',
    'build steps',
    'resolution steps',
    'mitigation steps',
    'instructions',
    'deployment procedure',
    'execution steps',
    'actions',
  ],
  post: [
    'post-incident',
    'post incident',
    'post-release tasks',
    'post-release',
    'post-execution',
    'cleanup',
    'clean-up',
    'prevention',
    'follow-up',
    'follow up',
    'post-incident tasks',
    'post-incident actions',
  ],
  scope: ['scope', 'handles', 'does not handle'],
  objective: ['objective', 'objectives', 'goal', 'purpose of this phase'],
  dependencies: ['dependencies', 'dependency', 'depends on', 'requires'],
  'decision-point': ['decision point', 'decision points', 'decision'],
  duration: ['estimated duration', 'duration', 'expected duration', 'estimated time', 'time estimate'],
  commands: ['commands', 'command', 'command / pipeline', 'run', 'execute'],
  'linked-ids': [
    'linked ids',
    'linked id',
    'related ids',
    'related id',
    'related',
    'runbook',
    'runbooks',
    'cross-references',
    'cross references',
    'cross-reference',
    'related runbook',
    'related runbooks',
    'related entries',
    'see also',
    'alert',
    'alerts',
    'links',
  ],
  navigation: [
    'navigation',
    'navigation by category',
    'table of contents',
    'contents',
    'index',
    'quick navigation',
  ],
  'change-log': [
    'change log',
    'changelog',
    'change history',
    'revision history',
    'version history',
    'history',
  ],
  deprecated: ['deprecated', 'deprecation', 'deprecation notice'],
  notes: ['notes', 'note', 'warning', 'caution', 'important', 'tip'],
};

const roles = new Map<string, Role>();
for (const [role, list] of Object.entries(names) as [Role, readonly string[]][]) {
  for (const name of list) roles.set(name, role);
}

/** Names of fields that are not sections; with the names of all roles they are what a plain `Name:` line may start with. */
export const fieldNames: ReadonlySet<string> = new Set([
  'id',
  'category',
  'status',
  'owner',
  'owners',
  'created',
  'last updated',
  'last tested',
  'last reviewed',
  'last review',
  'target date',
  'completed',
  'version',
  'date',
  'author',
  'feature name',
  'severity',
  'priority',
  'impact',
  'likelihood',
  'probability',
  'goal',
  'motivation',
  'risk level',
  'release date',
  'release manager',
  'rollback deadline',
  'estimated downtime',
  'approvals required before deploy',
  'what',
  'why',
  'source',
  'location',
  'refresh',
  'primary message',
  'supporting points',
  'handles',
  'does not handle',
  'who to contact',
  'when to escalate',
  'what to provide',
  'response time',
  'escalates to',
  'purpose',
  'id prefixes',
  'id prefix',
  'authority',
  'cross-references',
  'replaced by',
  'replacement',
  'superseded by',
  'reason',
  'deprecated',
  'test result',
  'title',
  'description',
  'environment',
  'region',
  'service',
  'team',
  'contact',
  'reviewed by',
  'approved by',
  'tags',
  'mitigation',
  'linked risk',
  'action',
  'threshold',
  'response plan',
  'runbook section',
  'go/no-go decision',
  'ship/no-ship decision',
]);

/** A name as it is compared: lower case, without numbering, remarks in parentheses, decoration and closing colon. */
export function normalizeName(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/^[^a-z0-9]+/, '')
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s*:+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a heading or label of this name is for, or null for a name of its own. `name` as written or normalized. */
export function roleOf(name: string): Role | null {
  const normalized = normalizeName(name);
  const exact = roles.get(normalized);
  if (exact !== undefined) return exact;
  const words = normalized.split(' ');
  if (words.length > 5) return null;
  const last = words.at(-1) ?? '';
  if (last === 'verification' || last === 'validation' || normalized.endsWith('smoke tests'))
    return 'verification';
  if (words[0] === 'rollback' || last === 'rollback')
    return words[1] === 'triggers' || words[1] === 'deadline' || words[1] === 'decision' ? null : 'rollback';
  if (words[0] === 'escalation') return 'escalation';
  if (last === 'steps' && words.length <= 3) return 'steps';
  if (last === 'prerequisites') return 'prerequisites';
  return null;
}

/** Whether a role confirms that work was done: verification sections and gate criteria alike. */
export function isVerifying(role: Role | null): boolean {
  return role === 'verification' || role === 'gate-criteria';
}

/** Whether a plain line `Name:` may be a label of this name. */
export function isKnownLabel(name: string): boolean {
  const normalized = normalizeName(name);
  return roles.has(normalized) || fieldNames.has(normalized);
}
