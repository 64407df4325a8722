/** A release that is not newer than the version in production. */
import { previousVersion, releaseVersion, statedVersions } from '../../../document/fields/release-version';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { compareVersions } from '../../../document/fields/version';

interface WrongOrder extends Match {
  readonly version: string;
  readonly previous: string;
  readonly equal: boolean;
}

const messages = new Messages({
  same: 'Previous production version {previous} is the same as release {version}, so a rollback changes nothing. Correct one of them.',
  newer:
    'Previous production version {previous} is newer than release {version}, so a rollback would upgrade. Correct one of them.',
});

export const releaseVersionOrder = defineRule<WrongOrder>({
  meta: {
    name: 'release-version-order',
    summary: 'A release whose version is not higher than the previous one',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
  },
  *find({ runbook }) {
    const version = releaseVersion(statedVersions(runbook));
    const previous = previousVersion(runbook);
    if (version === null || previous === null) return;
    const order = compareVersions(version, previous.version);
    if (order <= 0)
      yield {
        span: previous.span,
        version: version.text,
        previous: previous.version.text,
        equal: order === 0,
      };
  },
  message({ version, previous, equal }) {
    return messages.of(equal ? 'same' : 'newer', { version, previous });
  },
});
