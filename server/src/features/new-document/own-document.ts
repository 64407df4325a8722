/** A new document of a kind that the workspace defines: its text, and its place among the others. */
import { skeletonOf, titleOfKind } from '../../authoring/house-document';
import { putHouseField } from '../../authoring/house-field-insertion';
import { bodyOf, insertHouseSection } from '../../authoring/house-section-insertion';
import { slotWordsOf } from '../../authoring/slot-language';
import { withStopsAt } from '../../authoring/slots';
import { houseField } from '../../document/house/house-fields';
import { houseSections, titleHeading } from '../../document/house/house-sections';
import { gapsOf } from '../../document/placeholders/gaps';
import type { RunbookKind } from '../../model/kind';
import type { HouseKind } from '../../model/house-style';
import type { Runbook } from '../../model/runbook';
import { fillTemplate, toPlainText, type TemplateName } from '../../templates/expand-template';
import { applyEdits, type Edit } from '../../text/edit';
import { encloses } from '../../text/span';
import { yamlValue } from '../../authoring/yaml-value';
import type { FeatureContext } from '../shared/feature-context';

const builtIn: Readonly<Record<RunbookKind, TemplateName>> = {
  playbook: 'playbook',
  feature: 'feature-runbook',
  entry: 'run-entry',
  sot: 'sot-file',
  release: 'release-runbook',
};

/** A document that is to be of a kind. */
export interface OwnDocument {
  readonly kind: HouseKind;
  /** Where it goes. */
  readonly uri: string;
  /** URI of the workspace folder; empty where there is none. */
  readonly home: string;
  /** Its title as somebody typed it; null leaves it to be filled in. */
  readonly title: string | null;
}

/**
 * The document as a snippet of LSP: the template of the kind, or that of the built-in kind it is like, or what it
 * requires. Where it would not be recognised by that, its front matter says the kind.
 */
export function ownDocument(context: FeatureContext, { kind, uri, home, title }: OwnDocument): string {
  const template = templateOf(context, kind, home);
  const given = title === null ? null : titleOfKind(kind, title);
  let text: string;
  if (template !== null) text = given === null ? template : withTitle(context, kind, uri, template, given);
  else if (kind.like === null)
    text = skeletonOf(kind, given ?? titleOfKind(kind, `[${slotWordsOf(kind).title}]`));
  else text = builtInText(context, kind.like, given);
  if (context.read(uri, text).kind.house?.name !== kind.name) text = stating(text, kind.name);
  if (template === null && kind.like !== null) text = completed(context, uri, text);
  const runbook = context.read(uri, text);
  return withStopsAt(
    text,
    gapsOf(runbook).map(({ span }) => span),
  );
}

/** The text of the template that the kind names; null where it names none, or one that is no document of the workspace. */
function templateOf(context: FeatureContext, { template }: HouseKind, home: string): string | null {
  if (template === null || home === '') return null;
  const uri = `${home}/${template.split('/').map(encodeURIComponent).join('/')}`;
  return context.runbook(uri)?.text.replace(/\r\n/g, '\n') ?? null;
}

function builtInText(context: FeatureContext, like: RunbookKind, title: string | null): string {
  const ids = ['DEP', 'GTM', 'RUN', 'MON'].map((prefix): [string, string] => [
    `${prefix.toLowerCase()}Id`,
    context.workspace.nextId(prefix, ''),
  ]);
  const values = {
    today: context.today(),
    id: context.workspace.nextId('RUN', ''),
    ...Object.fromEntries(ids),
    ...(title === null ? {} : { title }),
  };
  return toPlainText(fillTemplate(builtIn[like], values));
}

/** Words of a template engine: what stands there is worked out elsewhere. */
const expression = /\{\{|\{%|<%|\$\{/;

/** The template with a title in place of its own. */
function withTitle(
  context: FeatureContext,
  kind: HouseKind,
  uri: string,
  text: string,
  title: string,
): string {
  const runbook = context.read(uri, text);
  if (kind.titleFrom === 'none') return text;
  const field = runbook.frontMatter?.fields.find(({ key }) => key.toLowerCase() === 'title');
  const edits: Edit[] = [];
  if (field !== undefined && !expression.test(field.value) && isOpen(runbook, kind, field.valueSpan))
    edits.push({ span: field.valueSpan, newText: yamlValue(title) });
  const heading = kind.titleFrom === 'frontMatter.title' ? null : titleHeading(runbook);
  if (heading !== null && !expression.test(heading.title))
    edits.push({ span: heading.titleSpan, newText: title });
  return applyEdits(text, edits);
}

/** Whether the title in front matter is the document's, or left to be filled in. */
function isOpen(runbook: Runbook, { titleFrom }: HouseKind, span: Edit['span']): boolean {
  return titleFrom === 'frontMatter.title' || gapsOf(runbook).some((gap) => encloses(span, gap.span));
}

/** The text with front matter that says its kind. */
function stating(text: string, name: string): string {
  const line = `runbook: ${yamlValue(name)}\n`;
  return text.startsWith('---\n') ? `---\n${line}${text.slice(4)}` : `---\n${line}---\n\n${text}`;
}

/** The text of a built-in template with what the kind requires besides. */
function completed(context: FeatureContext, uri: string, text: string): string {
  let now = text;
  const { house } = context.read(uri, now).kind;
  const words = slotWordsOf({ sections: house?.sections ?? [], fields: house?.fields ?? [] });
  for (const wanted of house?.sections ?? []) {
    if (wanted.requirement === 'optional') continue;
    const runbook = context.read(uri, now);
    const placed = houseSections(runbook);
    if (placed.some((one) => one.wanted === wanted && one.section !== null)) continue;
    const edit = insertHouseSection(runbook, placed, wanted, bodyOf(wanted, words));
    if (edit !== null) now = applyEdits(now, [edit]);
  }
  for (const field of house?.fields ?? []) {
    const runbook = context.read(uri, now);
    if (field.required && houseField(runbook, field) === undefined)
      now = applyEdits(now, [putHouseField(runbook, field, undefined)]);
  }
  return now;
}
