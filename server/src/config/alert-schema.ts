/** What `.runbook.yaml` may say of alert rules and of where their runbooks are, in words. */
import { localizable } from '../text/say';
import type { Schema } from './schema';

const names: Schema = {
  oneOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 } },
    { type: 'null' },
  ],
};

export const alertsSchema: Schema = {
  description: localizable`Alert rules in this workspace. They are found by their content; with this key they are checked even where no document is a runbook.`,
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    files: {
      description: localizable`More files with alert rules. Terraform, Jsonnet and Go files are read only if a glob names them.`,
      $ref: '#/definitions/globs',
    },
    annotations: {
      description: localizable`Annotations that hold the address of a runbook. Default: runbook_url, runbook and variants of these.`,
      ...names,
    },
    labels: {
      description: localizable`Labels that hold the address of a runbook. Default: runbook, runbook_url and playbook.`,
      ...names,
    },
    paging: {
      description: localizable`Severities that page somebody. Default: page, p0, p1, sev1 and emergency, and critical unless the rules use page.`,
      ...names,
    },
    team: {
      description: localizable`Labels that say which team an alert belongs to. Default: team and owner.`,
      ...names,
    },
  },
  examples: [{ files: ['deploy/**/*.tf'], annotations: ['runbook_url'], paging: ['critical', 'page'] }],
};

export const addressesSchema: Schema = {
  description: localizable`Where the addresses of runbooks in alert rules lead. The first mapping that fits wins.`,
  type: ['array', 'null'],
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to'],
    properties: {
      from: {
        description: localizable`An address in which {name} stands for any part, or the beginning of one. It may begin with literal template text such as {{ .Values.runbookUrl }}.`,
        type: 'string',
        minLength: 1,
      },
      to: {
        description: localizable`The path of the file, relative to the folder of this file, with the same {name}; or the folder that stands for the beginning.`,
        type: 'string',
        minLength: 1,
      },
    },
  },
  examples: [[{ from: 'https://docs.example/runbooks/{name}', to: 'docs/runbooks/{name}.md' }]],
};

export const importsSchema: Schema = {
  description: localizable`Lists of the identifiers of other repositories, made there by "runbook-md export ids". What they name counts as defined. Only the file in the workspace folder itself can import lists.`,
  type: ['array', 'null'],
  items: { type: 'string', minLength: 1 },
  examples: [['ids/platform.json']],
};
