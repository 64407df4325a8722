/** A release runbook that gives two versions as its own. */
import type { Span } from '../../../text/span';
import { commandVersions } from '../../../document/steps/command-versions';
import { fixHere } from '../../shared/fix-here';
import { leavesLinks } from '../../shared/heading-links';
import { previousVersion, releaseVersion, statedVersions } from '../../../document/fields/release-version';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { compareVersions, type Version } from '../../../document/fields/version';

interface VersionMismatch extends Match {
  /** The title, a command, or the field of this name. */
  readonly where: 'title' | 'command' | { readonly field: string };
  readonly found: Version;
  readonly version: Version;
  /** Whether more than one place confirms the version. */
  readonly sure: boolean;
  readonly stated: Span | null;
}

const messages = new Messages({
  title:
    'The title says {found}, but this release is {version}. The wrong version may be deployed. Correct it.',
  field:
    '"{field}" says {found}, but this release is {version}. The wrong version may be deployed. Correct it.',
  command:
    'This command uses {found}, but this release is {version}. The wrong version may be deployed. Correct it.',
  stated: 'Release version {version} is given here',
});

export const releaseVersionMismatch = defineRule<VersionMismatch>({
  meta: {
    name: 'release-version-mismatch',
    summary: 'Title, version field, tag or commands of a release disagree about its version',
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
        yield { span, where: where === 'title' ? where : { field: where }, found, ...common };
    const previous = previousVersion(runbook)?.version ?? null;
    for (const { version: found, span } of commandVersions(runbook, version, previous))
      yield { span, where: 'command', found, ...common };
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
              message: messages.of('stated', { version: version.text }),
            },
          ];
    const versions = { found: found.text, version: version.text };
    return {
      ...(typeof where === 'string'
        ? messages.of(where, versions)
        : messages.of('field', { ...where, ...versions })),
      related,
    };
  },
  fixes({ span, version, sure }, context) {
    const edits = [{ span, newText: version.text }];
    const automatic = sure && !leavesLinks(context, edits);
    return [fixHere(context, context.say`Change version to ${version.text}`, edits, automatic, 'value')];
  },
});
