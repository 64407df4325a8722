/** What kind of document this is: its signs (docs/runbook-format.md#how-a-document-is-recognised), counted, with the reasons in words. */
import { englishName } from '../model/translated-names';
import type { Configuration } from '../config/configuration';
import { hasBody } from '../model/entry';
import { fieldKey } from '../model/vocabulary';
import { parseIdentifier } from '../model/identifier';
import type {
  DocumentHeading,
  Entry,
  FrontMatter,
  KindDecision,
  Label,
  Phase,
  RunbookKind,
} from '../model/runbook';
import { type Words, words } from '../text/say';
import { firstFrom } from '../text/span';
import { configuredKind } from './configured-kind';
import {
  featureSections,
  generalSections,
  isSotName,
  playbookSections,
  releaseSections,
} from '../model/kind-names';
import { mayHaveKind } from '../model/kind-signs';

export interface KindSource {
  readonly path: string;
  readonly frontMatter: FrontMatter | null;
  readonly headings: readonly DocumentHeading[];
  readonly labels: readonly Label[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Pick<Entry, 'id' | 'form' | 'span'>[];
  readonly text: string;
}

const threshold = 4;
const kinds: readonly RunbookKind[] = ['playbook', 'feature', 'release', 'sot', 'entry'];

/**
 * The kind of a document with its reasons, those of the configuration before the signals.
 * Front matter `runbook: playbook` decides before everything else.
 */
export function decideKind(source: KindSource, configuration: Pick<Configuration, 'kinds'>): KindDecision {
  const tally = new Tally();
  const names = namesIn(source);
  countSignals(source, names, tally);
  const points = tally.points;
  const stated = source.frontMatter?.fields.find(({ key }) => key === 'runbook')?.value;
  if (stated === 'run' && ['of', 'started', 'ended'].every((key) => names.keys.has(key)))
    return {
      kind: 'run',
      house: null,
      reasons: [words`front matter says "runbook: ${stated}"`],
      points,
      stated: true,
    };
  if (stated !== undefined && isKind(stated))
    return {
      kind: stated,
      house: null,
      reasons: [words`front matter says "runbook: ${stated}"`],
      points,
      stated: true,
    };
  const configured = configuredKind(source, stated, configuration);
  if (configured !== null) return { ...configured, points, stated: true };
  const keys = new Set(source.frontMatter?.fields.map(({ key }) => key));
  if (keys.has('name') && keys.has('description') && !keys.has('id_prefix')) {
    return {
      kind: 'skill',
      house: null,
      reasons: [words`front matter has "name" and "description", as a skill file does`],
      points,
      stated: false,
    };
  }
  const isPossible = kinds.some((kind) => points[kind] >= threshold) && mayHaveKind(source.text, source.path);
  const signs = isPossible ? ownSigns(source, names) : noSigns;
  // of kinds with a sign of their own the one with most points, else the one that comes closest
  const rank = (kind: RunbookKind): number =>
    points[kind] + (points[kind] >= threshold && signs.has(kind) ? 100 : 0);
  let best: RunbookKind = 'playbook';
  for (const kind of kinds) if (rank(kind) > rank(best)) best = kind;
  if (points[best] >= threshold && signs.has(best))
    return { kind: best, house: null, reasons: tally.reasons(best), points, stated: false };
  if (points[best] >= threshold)
    return {
      kind: 'none',
      house: null,
      reasons: [
        words`closest is ${best}, without a sign of its own: ${signNames[best]}`,
        ...tally.reasons(best),
      ],
      points,
      stated: false,
    };
  const close =
    points[best] > 0 ? [words`closest is ${best}, with too few signs`, ...tally.reasons(best)] : [];
  return { kind: 'none', house: null, reasons: close, points, stated: false };
}

/** Whether a document is a playbook, or has the title of one and nothing that makes it one without phases. */
export function claimsPhases({ kind, stated }: KindDecision, headings: readonly DocumentHeading[]): boolean {
  return kind === 'playbook' || (kind === 'none' && !stated && /^playbook:/i.test(titleOf(headings)));
}

function titleOf(headings: readonly DocumentHeading[]): string {
  return headings.find(({ depth }) => depth === 1)?.title ?? '';
}

/** What names a document has, compared. */
interface Names {
  /** The title of its first H1, or empty. */
  readonly h1: string;
  readonly sections: ReadonlySet<string>;
  /** Front matter by key. */
  readonly keys: ReadonlyMap<string, string>;
  readonly labelled: ReadonlySet<string>;
}

function namesIn({ frontMatter, headings, labels }: KindSource): Names {
  return {
    h1: titleOf(headings),
    sections: new Set(headings.filter(({ depth }) => depth === 2).map(({ key }) => englishName(key))),
    keys: new Map(frontMatter?.fields.map(({ key, value }) => [key, value])),
    labelled: new Set(labels.map(({ key }) => key)),
  };
}

/** What each kind has and no other, in words. */
const signNames: Readonly<Record<RunbookKind, Words>> = {
  playbook: words`a title "Playbook:" with sections of one, or gate criteria with phases that have a rollback or tasks`,
  feature: words`a field "Feature Name", or nine of the usual sections`,
  release: words`a version in the H1, a field Version or Rollback Deadline`,
  sot: words`a file name SoT.*.md or id_prefix`,
  entry: words`a RUN- definition`,
};

const noSigns: ReadonlySet<RunbookKind> = new Set();

/** The kinds of which a document has a sign that is theirs alone, besides the points. */
function ownSigns(
  { path, frontMatter, headings, labels, phases, entries }: KindSource,
  { h1, sections, keys, labelled }: Names,
): ReadonlySet<RunbookKind> {
  const signs = new Set<RunbookKind>();
  const steps = phases.filter(({ rollout }) => rollout === null);
  const isPlaybook = /^playbook:/i.test(h1) || /^playbook:/i.test(keys.get('title') ?? '');
  const special = [...sections].some((name) => playbookSections.has(name) && !generalSections.has(name));
  // what cannot be read may be what tells
  const unread = frontMatter?.unread === true;
  if (
    isPlaybook &&
    (unread || special || steps.length > 0 || keys.has('estimated_duration') || keys.has('risk_level'))
  )
    signs.add('playbook');
  const gated = labelled.has('gate criteria') || headings.some(({ key }) => key === 'gate criteria');
  if (
    gated &&
    steps.some(
      ({ rollback, objective, tasks, duration }) =>
        rollback !== null || (objective !== null && tasks !== null && duration !== null),
    )
  )
    signs.add('playbook');
  const isNamed = labels.some(({ key, carrier }) => key === 'feature name' && carrier === 'bold');
  if (isNamed || [...sections].filter((name) => featureSections.has(name)).length >= 9) signs.add('feature');
  if (
    /\bv?\d+\.\d|\bv\d|\bvX\.Y|\[[^[\]]{0,80}version[^[\]]{0,80}\]|\{[^{}]{0,80}version[^{}]{0,80}\}/i.test(
      h1,
    )
  )
    signs.add('release');
  if (
    labelled.has('version') ||
    keys.has('version') ||
    [...labelled].some((key) => key.startsWith('rollback deadline'))
  )
    signs.add('release');
  if (isSotName(path) || keys.has('id_prefix')) signs.add('sot');
  if (entries.some((entry) => entry.id.prefix === 'RUN' && hasBody(entry))) signs.add('entry');
  return signs;
}

function isKind(value: string): value is RunbookKind | 'none' {
  return value === 'none' || kinds.some((kind) => kind === value);
}

function countSignals(source: KindSource, { h1, sections, keys, labelled }: Names, tally: Tally): void {
  const { frontMatter, labels, phases, entries, text } = source;
  const runs = entries.filter((entry) => entry.id.prefix === 'RUN' && hasBody(entry));
  const headed = entries.filter(({ form }) => form === 'heading');

  if (/^playbook:/i.test(h1)) tally.add('playbook', 3, words`H1 starts with "Playbook:"`);
  if (/^playbook:/i.test(keys.get('title') ?? ''))
    tally.add('playbook', 2, words`front-matter title starts with "Playbook:"`);
  if (keys.has('estimated_duration') || keys.has('risk_level'))
    tally.add('playbook', 2, words`front matter has estimated_duration or risk_level`);
  if (phases.filter(({ rollout }) => rollout === null).length >= 2)
    tally.add('playbook', 2, words`two or more Phase headings`);
  if (labelled.has('gate criteria')) tally.add('playbook', 2, words`a label "Gate Criteria"`);
  countNames(tally, 'playbook', sections, playbookSections, 4, 2);

  if (labels.some(({ key, carrier }) => key === 'feature name' && carrier === 'bold'))
    tally.add('feature', 3, words`a field "Feature Name"`);
  if (/\brunbook\b/i.test(h1) && !/\brelease\b/i.test(h1)) tally.add('feature', 1, words`H1 holds "Runbook"`);
  if (!countNames(tally, 'feature', sections, featureSections, 9, 4))
    countNames(tally, 'feature', sections, featureSections, 5, 2);

  if (runs.length > 0) tally.add('entry', 2, words`a RUN- definition`);
  if (runs.some((run) => hasThreeFields(source, run, runs.length === 1)))
    tally.add('entry', 2, words`three of Category, Trigger, Owner, Last Tested`);
  if (/\bdoes not handle\b/i.test(text)) tally.add('entry', 1, words`"Does NOT handle"`);

  const isSotFile = isSotName(source.path);
  if (isSotFile) tally.add('sot', 3, words`file name SoT.*.md`);
  if (frontMatter?.unread === true) {
    const reason = words`front matter that is too deep or too long to be read`;
    if (isSotFile) tally.add('sot', 3, reason);
    else if (/^playbook:/i.test(h1)) tally.add('playbook', 2, reason);
  }
  if (keys.has('id_prefix')) tally.add('sot', 3, words`front matter has id_prefix`);
  if (headed.length > 0) tally.add('sot', 1, words`headings that define entries`);
  if (hasIdField(source)) tally.add('sot', 2, words`fields **ID**`);

  if (/^release runbook\b/i.test(h1)) tally.add('release', 3, words`H1 starts with "Release Runbook"`);
  countNames(tally, 'release', sections, releaseSections, 4, 2);
  if ([...labelled].some((key) => /^(?:rollback deadline|release manager|ship\/no-ship)/.test(key))) {
    tally.add('release', 2, words`a field Rollback Deadline, Ship/No-Ship or Release Manager`);
  }
}

/** Whether a runbook has three fields that make it one. For one that is alone the front matter and what stands above it speak. */
function hasThreeFields(
  { labels, frontMatter }: KindSource,
  { span }: Pick<Entry, 'span'>,
  isAlone: boolean,
): boolean {
  const startOf = (label: Label): number => label.span.start;
  const first = isAlone ? 0 : firstFrom(labels, span.start, startOf);
  const inside = labels.slice(first, firstFrom(labels, span.end, startOf));
  const keys = new Set(inside.map(({ key, role }) => (role === 'trigger' ? role : englishName(key))));
  if (isAlone) for (const { key } of frontMatter?.fields ?? []) keys.add(englishName(fieldKey(key)));
  return ['category', 'trigger', 'owner', 'last tested'].filter((key) => keys.has(key)).length >= 3;
}

function hasIdField({ labels, text }: KindSource): boolean {
  return labels.some(
    ({ key, carrier, value }) =>
      key === 'id' &&
      carrier === 'bold' &&
      value !== null &&
      parseIdentifier(text.slice(value.token.start, value.token.end)) !== null,
  );
}

function countNames(
  tally: Tally,
  kind: RunbookKind,
  sections: ReadonlySet<string>,
  names: ReadonlySet<string>,
  least: number,
  points: number,
): boolean {
  const count = [...sections].filter((name) => names.has(name)).length;
  if (count >= least) tally.add(kind, points, words`${count} section names of this kind`);
  return count >= least;
}

class Tally {
  readonly points: Record<RunbookKind, number> = { playbook: 0, feature: 0, entry: 0, sot: 0, release: 0 };
  readonly #reasons: { kind: RunbookKind; words: Words }[] = [];

  add(kind: RunbookKind, points: number, reason: Words): void {
    this.points[kind] += points;
    this.#reasons.push({ kind, words: reason });
  }

  reasons(kind: RunbookKind): Words[] {
    return this.#reasons.filter((reason) => reason.kind === kind).map((reason) => reason.words);
  }
}
