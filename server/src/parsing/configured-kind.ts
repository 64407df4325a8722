/**
 * The kind that the configuration gives to a document: by its path alone, or one of the workspace's own kinds whose
 * conditions it meets. Of several the most specific one wins: more conditions, then a more literal path, then the later.
 */
import { kindsFor } from '../config/configured-files';
import type { Configuration, KindSetting } from '../config/configuration';
import { countNamed } from '../model/house-names';
import type { HouseKind } from '../model/house-style';
import type { KindDecision, Runbook } from '../model/runbook';
import { type Words, words } from '../text/say';
import { starred } from '../text/starred';

/** What conditions are about. */
type Source = Pick<Runbook, 'path' | 'frontMatter' | 'headings'>;

type Configured = Pick<KindDecision, 'kind' | 'house' | 'reasons'>;

/** `stated`: what `runbook:` in the front matter says. Null where the configuration says nothing of the document. */
export function configuredKind(
  source: Source,
  stated: string | undefined,
  { kinds }: Pick<Configuration, 'kinds'>,
): Configured | null {
  if (kinds.length === 0) return null;
  const named = kinds.find((item) => 'name' in item && item.name === stated);
  if (named !== undefined && 'name' in named)
    return decided(named, [words`front matter says "runbook: ${named.name}"`]);
  const { setting, own } = kindsFor({ kinds }, source.path);
  const candidates: Candidate[] = setting === null ? [] : [candidateOf(setting, kinds)];
  for (const kind of own) {
    const reasons = reasonsFor(kind, source);
    if (reasons !== null && reasons.length > 0)
      candidates.push({
        item: kind,
        reasons,
        conditions: conditionsOf(kind),
        literal: literalIn(kind.files),
        index: kinds.indexOf(kind),
      });
  }
  const [best, next] = candidates.sort(
    (a, b) => b.conditions - a.conditions || b.literal - a.literal || b.index - a.index,
  );
  if (best === undefined) return null;
  const reasons = next === undefined ? best.reasons : [...best.reasons, whyBefore(best, next)];
  return 'name' in best.item ? decided(best.item, reasons) : { kind: best.item.kind, house: null, reasons };
}

interface Candidate {
  readonly item: KindSetting | HouseKind;
  readonly reasons: readonly Words[];
  readonly conditions: number;
  /** Characters of its most literal glob that stand for themselves. */
  readonly literal: number;
  readonly index: number;
}

function decided(house: HouseKind, reasons: readonly Words[]): Configured {
  return { kind: house.like ?? 'house', house, reasons };
}

function candidateOf(setting: KindSetting, kinds: Configuration['kinds']): Candidate {
  return {
    item: setting,
    reasons: [words`the configuration says so for this path`],
    conditions: 1,
    literal: literalIn([setting.files]),
    index: kinds.indexOf(setting),
  };
}

function conditionsOf({ files, title, headings, frontMatter }: HouseKind): number {
  return Number(files.length > 0) + Number(title !== null) + Number(headings !== null) + frontMatter.size;
}

function literalIn(globs: readonly string[]): number {
  return globs.reduce(
    (most, glob) => (glob.startsWith('!') ? most : Math.max(most, glob.replace(/[*?{}[\],!]/g, '').length)),
    0,
  );
}

function whyBefore(best: Candidate, next: Candidate): Words {
  const other = 'name' in next.item ? next.item.name : next.item.kind;
  if (best.conditions > next.conditions) return words`more conditions than "${other}"`;
  if (best.literal > next.literal) return words`a more literal path than "${other}"`;
  return words`defined after "${other}", with the same conditions`;
}

/** What of a kind's conditions speaks for the document; null where one does not hold. Its path is known to match. */
function reasonsFor(kind: HouseKind, source: Source): readonly Words[] | null {
  const reasons: Words[] = [];
  if (kind.files.length > 0) reasons.push(words`its path is one of the files of "${kind.name}"`);
  if (kind.title !== null) {
    const { title } = kind;
    const found = titlesOf(source).find((one) => starred(title, one) !== null);
    if (found === undefined) return null;
    reasons.push(words`its title is like "${title}"`);
  }
  for (const [key, wanted] of kind.frontMatter) {
    const field = source.frontMatter?.fields.find((one) => one.key === key);
    if (field === undefined || (wanted !== true && field.value.toLowerCase() !== wanted.toLowerCase()))
      return null;
    reasons.push(
      wanted === true ? words`front matter has ${key}` : words`front matter says "${key}: ${wanted}"`,
    );
  }
  if (kind.headings !== null) {
    const count = countNamed(
      kind.headings.of,
      source.headings.map(({ title }) => title),
    );
    if (count < kind.headings.atLeast) return null;
    reasons.push(words`${count} of ${kind.headings.of.length} headings of "${kind.name}"`);
  }
  return reasons;
}

/** What may be the title of a document: its first H1, its first H2 and the front matter's. */
function titlesOf({ headings, frontMatter }: Source): readonly string[] {
  const titles = [1, 2].flatMap((level) => headings.find(({ depth }) => depth === level)?.title ?? []);
  const stated = frontMatter?.fields.find(({ key }) => key.toLowerCase() === 'title')?.value;
  return stated === undefined ? titles : [...titles, stated];
}
