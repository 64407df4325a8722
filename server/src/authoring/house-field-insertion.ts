/** Inserts a field that a kind defines in the carrier that the document uses for its others. */
import { houseField, type CarriedField } from '../document/house/house-fields';
import { titleHeading } from '../document/house/house-sections';
import { asKey } from '../model/house-names';
import type { FieldValues, HouseField } from '../model/house-style';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { fillField, lastLineOf, likeField } from './field-insertion';
import { blankBelow, joinLines, labelStyle } from './insertion';
import { yamlValue } from './yaml-value';

/** Adds a field with a placeholder, or writes one behind the name that is there without a value. */
export function putHouseField(runbook: Runbook, field: HouseField, present: CarriedField | undefined): Edit {
  const value = placeholderOf(field);
  if (present !== undefined) return fill(runbook, present, value);
  const model = modelFor(runbook, field);
  if (model === undefined) return asNew(runbook, field, value);
  const { lines, text } = runbook;
  if (model.carrier === 'front-matter') return inFrontMatter(runbook, field, value, model);
  if (model.carrier === 'section') return asLabel(runbook, field, value);
  const line = model.label === null ? lines.lineAt(model.nameSpan.start) : lastLineOf(runbook, model.label);
  const { end } = lines.spanOf(line);
  const lead = text.slice(lines.startOf(lines.lineAt(model.nameSpan.start)), model.nameSpan.start);
  const written =
    model.carrier === 'row'
      ? `| ${field.name} | ${value} |`
      : model.label === null
        ? `${lead}${field.name}: ${value}`
        : likeField(runbook, model.label, field.name, value);
  return { span: { start: end, end }, newText: joinLines(runbook, ['', written]) };
}

/** The field of the kind behind which another is written: the nearest in front of it, else any. */
function modelFor(runbook: Runbook, field: HouseField): CarriedField | undefined {
  const { house } = runbook.kind;
  const fields = house?.fields ?? [];
  const index = fields.indexOf(field);
  const near = [...fields.slice(0, index).reverse(), ...fields.slice(index + 1)];
  for (const other of near) {
    const found = houseField(runbook, other);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asNew(runbook: Runbook, field: HouseField, value: string): Edit {
  const { frontMatter } = runbook;
  // a name that is written as a key is meant for the front matter
  if (frontMatter?.fault === null && frontMatter.problems.length === 0)
    return inFrontMatter(runbook, field, value, undefined);
  return asLabel(runbook, field, value);
}

function inFrontMatter(
  runbook: Runbook,
  { name }: HouseField,
  value: string,
  model: CarriedField | undefined,
): Edit {
  const { frontMatter, lines, text } = runbook;
  const keys = frontMatter?.fields.map(({ key }) => key) ?? [];
  const key = asKey(name, keys.some((one) => one.includes('-')) ? '-' : '_');
  const last = frontMatter?.fields.at(-1);
  const own = frontMatter?.fields.find(({ keySpan }) => keySpan.start === model?.nameSpan.start) ?? last;
  const after = own === undefined ? null : lines.spanOf(lines.lineAt(own.valueSpan.end)).end;
  const written = `${key}: ${yamlValue(value)}`;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  if (after !== null) return { span: { start: after, end: after }, newText: `${newLine}${written}` };
  const start = frontMatter?.content.start ?? 0;
  return { span: { start, end: start }, newText: `${written}${newLine}` };
}

/** A label of its own below the title. */
function asLabel(runbook: Runbook, { name }: HouseField, value: string): Edit {
  const written = `${labelStyle(runbook)(name)} ${value}`;
  const title = titleHeading(runbook);
  if (title === null) {
    const start = runbook.frontMatter?.span.end ?? 0;
    return { span: { start, end: start }, newText: joinLines(runbook, [written, '', '']) };
  }
  const { end } = runbook.lines.spanOf(runbook.lines.lineAt(title.span.end));
  return {
    span: { start: end, end },
    newText: joinLines(runbook, ['', '', written, ...blankBelow(runbook, end)]),
  };
}

function fill(runbook: Runbook, { nameSpan, carrier, label }: CarriedField, value: string): Edit {
  const { lines } = runbook;
  if (carrier !== 'front-matter') return fillField(runbook, label ?? { nameSpan, value: null }, value);
  const { end } = lines.spanOf(lines.lineAt(nameSpan.end));
  const rest = runbook.text.slice(nameSpan.end, end);
  const colon = nameSpan.end + Math.max(0, rest.indexOf(':')) + 1;
  const mark = rest.indexOf(' #');
  const comment = mark < 0 ? '' : rest.slice(mark);
  return {
    span: { start: colon, end },
    newText: ` ${yamlValue(value)}${comment}`,
  };
}

/** What an author replaces: a form of the value that is asked for, in the brackets of template text. */
export function placeholderOf({ name, values }: HouseField): string {
  if (values === null) return `[${name}]`;
  if (values.date) return 'YYYY-MM-DD';
  return `[${exampleOf(values) ?? name}]`;
}

function exampleOf({ allowed, interval, duration, channel }: FieldValues): string | null {
  if (allowed.length > 0) return allowed.slice(0, 6).join(' | ');
  if (interval) return '6 months';
  if (duration) return '30 min';
  return channel ? '#channel' : null;
}
