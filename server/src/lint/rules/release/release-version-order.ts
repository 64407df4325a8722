/** A release that is not newer than what is in production. */
import { previousVersion, releaseVersion, statedVersions } from '../../../document/fields/release-version';
import { defineRule, type Match } from '../../rule';
import { compareVersions } from '../../../document/fields/version';

interface WrongOrder extends Match {
  readonly version: string;
  readonly previous: string;
  readonly equal: boolean;
}

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
    return {
      message: `The previous production version ${previous} is ${equal ? 'the same as' : 'newer than'} the release ${version}: a rollback would not go back. Correct one of the two.`,
    };
  },
});
