/** The names (lower case) of the fields that say what starts a runbook. */

/** Fields that say it in words. */
export const triggerKeys: readonly string[] = [
  'trigger',
  'triggers',
  'triggered by',
  'trigger condition',
  'trigger conditions',
  'when to use',
  'use when',
  'applies when',
  'fires when',
  'scenario',
];

/** Fields that name an alert. */
export const alertKeys: readonly string[] = [
  'alert',
  'alerts',
  'alert name',
  'alert names',
  'triggering alert',
  'triggering alerts',
  'firing alert',
];
