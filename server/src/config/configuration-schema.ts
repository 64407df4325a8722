/**
 * What `.runbook.yaml` may hold, in words: the one source of `schemas/runbook-configuration.schema.json` and of what editors
 * show while it is written. What is wrong in a file is said by `parse-configuration.ts`.
 */
import { defaultConfiguration, profileNames, ruleSeverities, type Configuration } from './configuration';
import { addressesSchema, alertsSchema, importsSchema } from './alert-schema';
import { kindsSchema, languageSchema, wordsSchema } from './house-style-schema';
import type { RuleOptionType } from './option-types';
import { profiles } from './profiles';
import { shippedNames, shippedStyles } from './shipped-styles';
import { localizable } from '../text/say';
import { runSchema } from './run-schema';
import type { RootSchema, Schema } from './schema';

/** What is said about a rule. */
export interface DescribedRule {
  readonly name: string;
  readonly summary: string;
  readonly options?: Readonly<
    Record<string, { readonly type: RuleOptionType; readonly default: unknown; readonly description: string }>
  >;
}

const prefix: Schema = { $ref: '#/definitions/prefix' };
const glob: Schema = { $ref: '#/definitions/glob' };
const globs: Schema = { $ref: '#/definitions/globs' };
const severity: Schema = { $ref: '#/definitions/severity' };
const rules: Schema = { $ref: '#/definitions/rules' };
const wordsByPrefix: Schema = { $ref: '#/definitions/wordsByPrefix' };

const keys: Readonly<Record<keyof Configuration, Schema>> = {
  prefixes: {
    description: localizable`Identifier prefixes that this workspace owns, each with the file that contains its entries. The path is relative to the folder of this file; leave it empty if no single file owns the prefix.`,
    oneOf: [
      {
        type: 'object',
        propertyNames: prefix,
        additionalProperties: { type: ['string', 'null'], minLength: 1 },
      },
      { type: 'array', items: prefix },
      { type: 'null' },
    ],
    examples: [{ RUN: 'operations/SoT.RUNBOOKS.md', KPI: null }],
  },
  kinds: kindsSchema,
  words: wordsSchema,
  language: languageSchema,
  include: {
    description: localizable`Read only documents that match these globs. A hidden folder is read if a glob names it. In a nested file, this replaces the setting of the folders above. Default: all Markdown files.`,
    ...globs,
  },
  exclude: {
    description: localizable`Skip documents and folders that match these globs, in addition to what .gitignore excludes.`,
    ...globs,
  },
  templates: {
    description: localizable`Files in which undefined identifiers are not reported, in addition to the built-in ones (templates, examples, archives, change logs). Case-insensitive; a glob that starts with ! removes files from the list.`,
    ...globs,
  },
  rules: { description: localizable`Severity and options of each rule.`, ...rules },
  overrides: {
    description: localizable`Rule settings for some files, on top of \`rules\`. Later items win.`,
    type: ['array', 'null'],
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['files', 'rules'],
      properties: {
        files: { oneOf: [glob, globs] },
        rules: { description: localizable`Severity and options of each rule, in these files.`, ...rules },
      },
    },
  },
  procedures: {
    description: localizable`Prefixes whose entries are checked as procedures, in addition to RUN and DEP.`,
    type: ['array', 'null'],
    items: prefix,
  },
  categories: {
    description: localizable`Additional values allowed in the Category field, by prefix.`,
    ...wordsByPrefix,
  },
  statuses: {
    description: localizable`Additional values allowed in the Status field, by prefix.`,
    ...wordsByPrefix,
  },
  staleAfterDays: {
    description: localizable`Number of days without a test after which a runbook is stale.`,
    type: ['integer', 'null'],
    minimum: 1,
    default: defaultConfiguration.staleAfterDays,
  },
  baseline: {
    description: localizable`File with accepted findings, relative to this file: only findings that are not in it count. "runbook-md check --write-baseline" writes it. Only the file in the workspace folder itself can name it.`,
    type: ['string', 'null'],
    minLength: 1,
    examples: ['.runbook-baseline.json'],
  },
  profile: {
    description: localizable`What the documents have to pass: findings of its rules, and of the rules of the profiles before it, are errors; those of later profiles are information. \`rules\` and \`overrides\` go before it.`,
    type: 'string',
    enum: profileNames,
    enumDescriptions: profileNames.map((name) => profiles[name].summary),
  },
  extends: {
    description: localizable`Styles that this file extends, in order: files of the workspace, installed packages with a runbook.yaml, or those that are shipped. What this file says goes before them.`,
    type: ['array', 'string', 'null'],
    items: {
      oneOf: [
        {
          type: 'string',
          enum: shippedNames,
          enumDescriptions: shippedNames.map((name) => shippedStyles[name].summary),
        },
        { type: 'string', minLength: 1 },
      ],
    },
    examples: [['./house.yaml', '@acme/runbook-style']],
  },
  join: {
    description: localizable`Workspace folders whose identifiers this one may refer to, as paths relative to this file, such as ../platform. They are read, but not checked or changed from here. Only the file in the workspace folder itself can join others.`,
    type: ['array', 'null'],
    items: { type: 'string', minLength: 1 },
    examples: [['../platform']],
  },
  alerts: alertsSchema,
  addresses: addressesSchema,
  imports: importsSchema,
  run: runSchema,
};

/** The schema of a file that may set these rules. */
export function configurationSchema(known: readonly DescribedRule[]): RootSchema {
  return {
    title: 'Runbook configuration (.runbook.yaml)',
    description: localizable`Applies to the folder of this file and everything below it. All keys are optional.`,
    type: ['object', 'null'],
    additionalProperties: false,
    properties: keys,
    definitions: {
      prefix: {
        description: localizable`The part of an identifier before its number, in upper case: RUN, KPI, BR-FEA.`,
        type: 'string',
        pattern: '^[A-Z][A-Z0-9]{1,11}(-[A-Z]{2,12}){0,2}$',
      },
      glob: {
        description: localizable`A glob with a slash is relative to the folder of this file; one without matches a name at any depth. A folder matches everything in it.`,
        type: 'string',
        minLength: 1,
      },
      globs: { type: ['array', 'null'], items: glob },
      severity: {
        description: localizable`How the findings of the rule are shown; off: not at all.`,
        type: 'string',
        enum: ruleSeverities,
      },
      rules: {
        type: ['object', 'null'],
        additionalProperties: {
          description: localizable`A severity, or a map with \`severity\` and the options of the rule.`,
          oneOf: [severity, { type: 'object', properties: { severity } }, { type: 'null' }],
        },
        examples: [{ 'missing-rollback': 'error', 'stale-last-tested': { severity: 'warning', days: 30 } }],
        properties: Object.fromEntries(known.map((rule) => [rule.name, ruleSchema(rule)])),
      },
      wordsByPrefix: {
        type: ['object', 'null'],
        propertyNames: prefix,
        additionalProperties: { type: ['array', 'null'], items: { type: 'string', minLength: 1 } },
      },
    },
  };
}

function ruleSchema({ summary, options = {} }: DescribedRule): Schema {
  const own = Object.entries(options).map(([name, { type, description, default: value }]) => {
    const form: Schema = type === 'string-list' ? { type: 'array', items: { type: 'string' } } : { type };
    return [name, { ...form, description, default: value }] as const;
  });
  const properties = { severity, ...Object.fromEntries(own) };
  return {
    description: summary,
    oneOf: [severity, { type: 'object', additionalProperties: false, properties }, { type: 'null' }],
  };
}
