/** What the templates of whole documents consist of: headings and front-matter keys, read from the templates themselves. */
import type { KindDecision } from '../../model/runbook';
import { normalizeName } from '../../model/vocabulary';
import { fillTemplate, toPlainText, type TemplateName } from '../../templates/expand-template';

export interface TemplateHeading {
  readonly depth: number;
  /** With its number: `4.1 Deployment Steps` */
  readonly title: string;
  /** Name of the heading above, as compared; empty for H2. */
  readonly parent: string;
}

const templates: Readonly<Partial<Record<KindDecision['kind'], TemplateName>>> = {
  playbook: 'playbook',
  feature: 'feature-runbook',
  release: 'release-runbook',
  sot: 'sot-file',
  entry: 'run-entry',
};

const known = new Map<TemplateName, readonly TemplateHeading[]>();

/** The headings of the template of a kind from H2 on, in order; those that the author names are left out. */
export function templateHeadings(kind: KindDecision['kind']): readonly TemplateHeading[] {
  const name = templates[kind];
  if (name === undefined) return [];
  const before = known.get(name);
  if (before !== undefined) return before;
  const headings = readHeadings(toPlainText(fillTemplate(name, {})));
  known.set(name, headings);
  return headings;
}

export interface TemplateLabel {
  readonly name: string;
  /** Whether it is an item of a list. */
  readonly bullet: boolean;
}

type LabelsBySection = ReadonlyMap<string, readonly TemplateLabel[]>;

const knownLabels = new Map<TemplateName, LabelsBySection>();

/**
 * The fields that the template of a kind has, in order, by the name of the section as compared; those of the head of
 * the document by the empty name, those of all its phases by `phase`.
 */
export function templateLabels(kind: KindDecision['kind']): LabelsBySection {
  const name = templates[kind];
  if (name === undefined) return new Map();
  const before = knownLabels.get(name);
  if (before !== undefined) return before;
  const labels = readLabels(toPlainText(fillTemplate(name, {})));
  knownLabels.set(name, labels);
  return labels;
}

/** The keys of the front matter that the template of a kind begins with, in order. */
export function templateKeys(kind: KindDecision['kind']): readonly string[] {
  const name = templates[kind];
  const text = name === undefined ? '' : toPlainText(fillTemplate(name, {}));
  const content = /^---\n([^]*?)\n---/.exec(text)?.[1] ?? '';
  return [...content.matchAll(/^([A-Za-z_]+):/gm)].map(([, key = '']) => key);
}

function readHeadings(text: string): TemplateHeading[] {
  const headings: TemplateHeading[] = [];
  const open: string[] = [];
  for (const [, marks = '', title = ''] of withoutFences(text).matchAll(/^(#{2,6}) (.+)$/gm)) {
    const depth = marks.length;
    open.length = Math.min(open.length, depth);
    open[depth] = normalizeName(title);
    const ownName = /[[{]|^[A-Z]{2,}-\d|^(?:Phase|Step|Issue)\b/.test(title);
    if (!ownName) headings.push({ depth, title, parent: open[depth - 1] ?? '' });
  }
  return headings;
}

/** Labels of a later phase stand where they stand there: before those that follow them. Lists below a label are its content. */
function readLabels(text: string): LabelsBySection {
  const sections = new Map<string, TemplateLabel[]>();
  for (const part of withoutFences(text).split(/^(?=#{1,6} )/m)) {
    const [, marks = '', title = ''] = /^(#{1,6}) (.+)/.exec(part) ?? [];
    if (marks === '') continue;
    const section = marks === '#' ? '' : /^Phase \d/.test(title) ? 'phase' : normalizeName(title);
    const labels = sections.get(section) ?? [];
    sections.set(section, labels);
    const found = [...part.matchAll(/^(- )?\*\*([A-Z][A-Za-z/& ]+):?\*\*/gm)];
    const bullet = found.every(([, mark]) => mark !== undefined);
    let at = 0;
    for (const [, mark, name = ''] of found) {
      if ((mark !== undefined) !== bullet) continue;
      const there = labels.findIndex((label) => label.name === name);
      if (there < 0) labels.splice(at, 0, { name, bullet });
      at = (there < 0 ? at : there) + 1;
    }
  }
  return sections;
}

function withoutFences(text: string): string {
  return text.replace(/^```.*\n(?:(?!```).*\n)*```$/gm, '');
}
