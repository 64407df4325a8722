/** Names of files and sections by which the built-in kinds are known (docs/runbook-format.md#how-a-document-is-recognised). */

export const playbookSections = namesOf(
  'overview|prerequisites|phases|decision framework|validation|rollback plan|communication plan|metrics & monitoring|post-execution|execution log|notes|appendix',
);
/** Sections that documents of any kind have. */
export const generalSections = namesOf('overview|prerequisites|notes|appendix');
export const featureSections = namesOf(
  'overview|system overview|pre-deployment checklist|deployment procedures|monitoring and alerting|troubleshooting guide|rollback procedures|' +
    'maintenance procedures|emergency contacts|escalation procedures|security procedures|performance tuning|disaster recovery|change log|references',
);
export const releaseSections = namesOf(
  'metadata|release information|pre-release checklist|build steps|deployment steps|smoke tests|rollback procedure|post-release tasks|communication plan|' +
    'incident contacts|definition of done',
);

/** Whether a file is named like a Source-of-Truth file: `SoT.DEPLOYMENT.md`. */
export function isSotName(path: string): boolean {
  return /^sot\..*\.(?:md|markdown)$/i.test(path.slice(path.lastIndexOf('/') + 1));
}

function namesOf(list: string): ReadonlySet<string> {
  return new Set(list.split('|'));
}
