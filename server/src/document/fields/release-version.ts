/** The versions that a release runbook states: in its title, its field Version, its tag. */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { headerField } from './header-field';
import { compareVersions, findVersion, type Version } from './version';

export interface StatedVersion {
  readonly where: 'title' | 'Version' | 'Branch / Tag';
  readonly version: Version;
  /** The digits, without a leading `v`. */
  readonly span: Span;
}

/** What the runbook says about its own version, at most once for each place. */
export function statedVersions(runbook: Runbook): StatedVersion[] {
  const title = runbook.headings.find(({ depth }) => depth === 1)?.titleSpan;
  const version = headerField(runbook, /^(?:version|release version|target version|new version)$/)?.value
    ?.span;
  const tag = headerField(
    runbook,
    /^(?:branch ?\/ ?tag|tag ?\/ ?branch|branch|tag|git tag|release tag|release branch)$/,
  )?.value?.span;
  const places: readonly [StatedVersion['where'], Span | undefined][] = [
    ['title', title],
    ['Version', version],
    ['Branch / Tag', tag],
  ];
  return places.flatMap(([where, span]) => {
    const found = span === undefined ? null : versionAt(runbook, span);
    return found === null ? [] : [{ where, ...found }];
  });
}

/** The version that the runbook is about: what most places say, the field Version where they do not agree. */
export function releaseVersion(stated: readonly StatedVersion[]): Version | null {
  const votes = (one: StatedVersion): number =>
    stated.filter(({ version }) => compareVersions(version, one.version) === 0).length;
  const rank = ({ where }: StatedVersion): number => (where === 'Version' ? 0 : where === 'title' ? 1 : 2);
  const best = [...stated].sort((a, b) => votes(b) - votes(a) || rank(a) - rank(b))[0];
  return best?.version ?? null;
}

/** The version that is in production before the release, with its place; null where none is given. */
export function previousVersion(runbook: Runbook): { readonly version: Version; readonly span: Span } | null {
  const field = headerField(
    runbook,
    /^(?:previous|current|prior|last) (?:production )?(?:ver|version|release)\.?$|^(?:previous|prior) production(?: ver(?:sion)?)?$|^rollback version$/,
  );
  return field?.value == null ? null : versionAt(runbook, field.value.span);
}

function versionAt({ text }: Runbook, { start, end }: Span): { version: Version; span: Span } | null {
  const found = findVersion(text.slice(start, end));
  if (found === null) return null;
  const from = start + found.index;
  return { version: found.version, span: { start: from, end: from + found.version.text.length } };
}
