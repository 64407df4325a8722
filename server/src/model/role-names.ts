/** The names under which sections and labels are known (`domain.md` section 3). */

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
export const roleNames: readonly (readonly [Role, readonly string[]])[] = [
  [
    'gate-criteria',
    [
      'gate criteria',
      'gate',
      'gates',
      'exit criteria',
      'acceptance criteria',
      'success criteria',
      'definition of done',
    ],
  ],
  [
    'verification',
    [
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
  ],
  [
    'rollback',
    [
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
  ],
  [
    'escalation',
    [
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
  ],
  [
    'prerequisites',
    [
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
  ],
  [
    'trigger',
    [
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
  ],
  [
    'steps',
    [
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
  ],
  [
    'post',
    [
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
  ],
  ['scope', ['scope', 'handles', 'does not handle']],
  ['objective', ['objective', 'objectives', 'goal', 'purpose of this phase']],
  ['dependencies', ['dependencies', 'dependency', 'depends on', 'requires']],
  ['decision-point', ['decision point', 'decision points', 'decision']],
  ['duration', ['estimated duration', 'duration', 'expected duration', 'estimated time', 'time estimate']],
  ['commands', ['commands', 'command', 'command / pipeline', 'run', 'execute']],
  [
    'linked-ids',
    [
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
  ],
  [
    'navigation',
    ['navigation', 'navigation by category', 'table of contents', 'contents', 'index', 'quick navigation'],
  ],
  [
    'change-log',
    ['change log', 'changelog', 'change history', 'revision history', 'version history', 'history'],
  ],
  ['deprecated', ['deprecated', 'deprecation', 'deprecation notice']],
  ['notes', ['notes', 'note', 'warning', 'caution', 'important', 'tip']],
];
