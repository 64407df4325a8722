/** A release runbook that names two versions as its own. */
import type { Span } from '../../../text/span';
import { commandVersions } from '../../../document/steps/command-versions';
import { fixHere } from '../../shared/fix-here';
import { previousVersion, releaseVersion, statedVersions } from '../../../document/fields/release-version';
import { defineRule, type Match } from '../../rule';
import { compareVersions, type Version } from '../../../document/fields/version';

interface VersionMismatch extends Match {
  readonly where: string;
  readonly found: Version;
  readonly version: Version;
  /** Whether more than one place confirms the version. */
  readonly sure: boolean;
  readonly stated: Span | null;
}

export const releaseVersionMismatch = defineRule<VersionMismatch>({
  meta: {
    name: 'release-version-mismatch',
    summary: 'Title, version field, tag or commands of a release name different versions',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
  },
  *find({ runbook }) {
    const stated = statedVersions(runbook);
    const version = releaseVersion(stated);
    if (version === null) return;
    const agreeing = stated.filter((one) => compareVersions(one.version, version) === 0);
    const common = { version, sure: agreeing.length > 1, stated: agreeing[0]?.span ?? null };
    for (const { where, version: found, span } of stated)
      if (compareVersions(found, version) !== 0)
        yield { span, where: where === 'title' ? 'The title' : `"${where}"`, found, ...common };
    const previous = previousVersion(runbook)?.version ?? null;
    for (const { version: found, span } of commandVersions(runbook, version, previous))
      yield { span, where: 'This command', found, ...common };
  },
  message({ where, found, version, stated }, { runbook, place }) {
    const related =
      stated === null
        ? []
        : [
            {
              uri: place.uri,
              range: {
                start: runbook.lines.positionAt(stated.start),
                end: runbook.lines.positionAt(stated.end),
              },
              message: `${version.text} is stated here`,
            },
          ];
    return {
      message: `${where} names ${found.text}, but this release is ${version.text}: the wrong version would be built or deployed. Correct it.`,
      related,
    };
  },
  fixes({ span, version, sure }, context) {
    return [fixHere(context, `Change to ${version.text}`, [{ span, newText: version.text }], sure, 'value')];
  },
});
