/** What the templates of whole documents consist of: headings and front-matter keys, read from the templates themselves. */
import type { KindDecision } from '../model/runbook';
import { normalizeName } from '../model/vocabulary';
import { fillTemplate, toPlainText, type TemplateName } from '../templates/expand-template';

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

function withoutFences(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, '');
}
