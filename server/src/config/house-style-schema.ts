/** What a team's own kinds and words may hold, in words: a part of `configuration-schema.ts`. */
import {
  fieldPurposes,
  houseRoles,
  sectionContents,
  titlePlaces,
  type FieldPurpose,
  type HouseRole,
  type SectionContent,
  type TitlePlace,
} from '../model/house-style';
import { configuredKinds, languages, type ConfiguredKind, type Language } from './configuration';
import type { fieldValueKeys, houseFieldKeys } from './read-house-fields';
import type { houseSectionKeys } from './read-house-sections';
import type { houseKindKeys } from './read-kinds';
import { wordRoles } from './read-words';
import type { Schema } from './schema';
import { localizable } from '../text/say';

const kinds: Readonly<Record<ConfiguredKind, string>> = {
  playbook: localizable`Phases with gates.`,
  feature: localizable`The operations of one feature.`,
  entry: localizable`RUN- entries.`,
  sot: localizable`A Source-of-Truth file.`,
  release: localizable`A release runbook.`,
  none: localizable`Not checked.`,
};

const roles: Readonly<Record<HouseRole, string>> = {
  steps: localizable`Steps to follow.`,
  verification: localizable`How to see that the steps worked.`,
  rollback: localizable`A way back.`,
  escalation: localizable`Whom to turn to, and when.`,
  owner: localizable`Who keeps the document.`,
  review: localizable`When it was last reviewed or tested. An old date is stale.`,
};

const places: Readonly<Record<TitlePlace, string>> = {
  h1: localizable`The first heading of level 1.`,
  h2: localizable`The first heading of level 2.`,
  'frontMatter.title': localizable`The key \`title\` of the front matter.`,
  fileName: localizable`The name of the file; an H1 repeats it.`,
  none: localizable`Documents have no title.`,
};

const contents: Readonly<Record<SectionContent, string>> = {
  list: localizable`A list of any sort.`,
  steps: localizable`A numbered list, or numbered headings.`,
  code: localizable`A block of code.`,
  boxes: localizable`Checkboxes.`,
  table: localizable`A table.`,
};

const purposes: Readonly<Record<FieldPurpose, string>> = {
  owner: localizable`Who keeps the document.`,
  reviewDate: localizable`When the document was last reviewed.`,
  reviewInterval: localizable`How long a review holds, such as 6 months. An older review date is stale.`,
};

const languageNames: Readonly<Record<Language, string>> = {
  de: localizable`German`,
  es: localizable`Spanish`,
  fr: localizable`French`,
  pt: localizable`Portuguese`,
  ja: localizable`Japanese`,
  ko: localizable`Korean`,
};

const globs: Schema = { $ref: '#/definitions/globs' };
const glob: Schema = { $ref: '#/definitions/glob' };
const text: Schema = { type: 'string', minLength: 1 };
const texts: Schema = { type: 'array', items: text };
const roleSeverity: Schema = {
  oneOf: [
    { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'on', 'off'] },
    { type: 'boolean' },
  ],
};

function chosen<Word extends string>(
  words: readonly Word[],
  descriptions: Readonly<Record<Word, string>>,
): Schema {
  return { type: 'string', enum: words, enumDescriptions: words.map((word) => descriptions[word]) };
}

const sectionKeys: Readonly<Record<(typeof houseSectionKeys)[number], Schema>> = {
  name: {
    description: localizable`The words of its heading; numbers, letters and symbols in front of them are ignored.`,
    ...text,
  },
  also: { description: localizable`Other words for the same section.`, ...texts },
  required: {
    description: localizable`Whether each document has this section.`,
    oneOf: [
      { type: 'boolean', default: false },
      {
        type: 'string',
        enum: ['ifApplicable'],
        enumDescriptions: [localizable`It is there, and may say that it does not apply.`],
      },
    ],
  },
  level: {
    description: localizable`Level of its heading, from 1 to 6. Default: any.`,
    type: 'integer',
    minimum: 1,
  },
  under: { description: localizable`The section that it stands in. Default: any.`, ...text },
  holds: {
    description: localizable`What must stand in it, if it is there.`,
    type: 'array',
    items: chosen(sectionContents, contents),
  },
};

const valueKeys: Readonly<Record<(typeof fieldValueKeys)[number], Schema>> = {
  date: { description: localizable`A date such as 2026-11-30.`, type: 'boolean' },
  interval: { description: localizable`An interval such as 6 months, quarterly or P6M.`, type: 'boolean' },
  duration: { description: localizable`A duration such as 30 min or 1h 30m.`, type: 'boolean' },
  channel: {
    description: localizable`A way to reach somebody: #channel, @team, an address, a link.`,
    type: 'boolean',
  },
  allowed: { description: localizable`One of these words. Case does not count.`, ...texts },
  pattern: {
    description: localizable`A pattern for the whole value: letters, classes such as [A-Z], \\d, groups of alternatives, and +, *, ?, {n,m}.`,
    ...text,
  },
};

const fieldKeys: Readonly<Record<(typeof houseFieldKeys)[number], Schema>> = {
  name: {
    description: localizable`Its name, wherever it stands: front matter, a bold label, a table, a line, a list, a quote.`,
    ...text,
  },
  also: { description: localizable`Other names for the same field.`, ...texts },
  required: {
    description: localizable`Whether each document has this field.`,
    type: 'boolean',
    default: false,
  },
  values: {
    description: localizable`What its value may be. Of several, one has to fit.`,
    type: 'object',
    additionalProperties: false,
    properties: valueKeys,
  },
  sets: { description: localizable`What it says about the document.`, ...chosen(fieldPurposes, purposes) },
};

const kindKeys: Readonly<Record<(typeof houseKindKeys)[number], Schema>> = {
  name: {
    description: localizable`Name of a kind of your own. Documents may state it as \`runbook:\` in their front matter.`,
    ...text,
  },
  files: {
    description: localizable`The files that are of this kind: a glob, or a list in which ! leaves files out.`,
    oneOf: [glob, globs],
  },
  title: {
    description: localizable`How the title reads, with * for what differs. The first H1, the first H2 and \`title\` in the front matter count.`,
    ...text,
    examples: ['Runbook: *'],
  },
  headings: {
    description: localizable`Headings by which the documents are recognised.`,
    type: 'object',
    additionalProperties: false,
    required: ['atLeast', 'of'],
    properties: {
      atLeast: {
        description: localizable`How many of them a document has at least.`,
        type: 'integer',
        minimum: 1,
      },
      of: { description: localizable`The headings, at any level.`, ...texts },
    },
  },
  frontMatter: {
    description: localizable`Keys that the front matter has: with this value, or true for any.`,
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'boolean' }, text] },
    examples: [{ type: 'runbook' }],
  },
  like: {
    description: localizable`A built-in kind whose rules hold too. Default: none.`,
    ...chosen(
      configuredKinds.filter((kind) => kind !== 'none'),
      kinds,
    ),
  },
  titleFrom: {
    description: localizable`Where the documents have their title. Default: h1.`,
    ...chosen(titlePlaces, places),
  },
  roles: {
    description: localizable`What each document has, whatever it is called there. What is not named is not asked for.`,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      houseRoles.map((role) => [role, { description: roles[role], ...roleSeverity }]),
    ),
  },
  sections: {
    description: localizable`The sections of these documents.`,
    type: 'array',
    items: { type: 'object', additionalProperties: false, required: ['name'], properties: sectionKeys },
  },
  order: {
    description: localizable`Whether sections stand in the order of this list. Default: free.`,
    type: 'string',
    enum: ['fixed', 'free'],
  },
  fields: {
    description: localizable`The fields of these documents.`,
    type: 'array',
    items: { type: 'object', additionalProperties: false, required: ['name'], properties: fieldKeys },
  },
  ids: {
    description: localizable`A pattern for the ID of each document, in a field ID or in the front matter.`,
    ...text,
    examples: ['RB-[A-Z]+-\\d{3}'],
  },
  template: {
    description: localizable`A Markdown file of the workspace that has what new sections begin with. The path is relative to the folder of this file.`,
    ...text,
  },
};

/** `kinds`: kinds by path, and kinds of the team's own. */
export const kindsSchema: Schema = {
  description: localizable`Kinds of documents. An item with \`files\` and \`kind\` sets a built-in kind instead of recognising it from the text; of these the last that matches wins. An item with \`name\` defines a kind of your own. The most specific one wins; \`runbook:\` in the front matter of a document overrides them all.`,
  type: ['array', 'null'],
  items: {
    oneOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['files', 'kind'],
        properties: {
          files: glob,
          kind: {
            description: localizable`What the documents are taken for.`,
            ...chosen(configuredKinds, kinds),
          },
        },
      },
      { type: 'object', additionalProperties: false, required: ['name'], properties: kindKeys },
    ],
  },
};

/** `words`: by which words parts are known. */
export const wordsSchema: Schema = {
  description: localizable`Words that name parts of documents in this folder, by what the parts are for.`,
  type: ['object', 'null'],
  additionalProperties: false,
  properties: Object.fromEntries(
    wordRoles.map((role) => [
      role,
      {
        description: localizable`Names of the parts that are for this.`,
        type: 'object',
        additionalProperties: false,
        properties: {
          add: { description: localizable`Names that it has here too.`, ...texts },
          remove: { description: localizable`Names that mean something else here.`, ...texts },
        },
      },
    ]),
  ),
  examples: [{ rollback: { add: ['Way back'], remove: ['Recovery'] } }],
};

/** `language`: which doubtful words count. */
export const languageSchema: Schema = {
  description: localizable`Languages of the documents. The usual names of parts are known in all of them; this adds those that are doubtful alone. English always counts.`,
  type: ['array', 'null'],
  items: chosen(languages, languageNames),
};
