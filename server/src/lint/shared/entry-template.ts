/** The fields and sections that the templates define for entries of a Source-of-Truth file. */
import type { Entry } from '../../model/runbook';
import type { Role } from '../../model/vocabulary';
import { headOwnerKeys } from '../../document/entries/owner-keys';
import type { Severity } from '../rule';

export interface TemplateField {
  /** As the template writes it. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly severity: Severity;
}

export interface TemplateSection {
  /** As the template writes it. */
  readonly name: string;
  /** Other accepted names, lower case. */
  readonly names: RegExp;
  readonly role: Role | null;
  /** Null for a section that another rule checks. */
  readonly severity: Severity | null;
  /** The content of a new section. */
  readonly skeleton: readonly string[];
}

const id: TemplateField = { name: 'ID', keys: ['id'], severity: 'information' };
const category: TemplateField = {
  name: 'Category',
  keys: ['category', 'categories', 'type'],
  severity: 'information',
};
const status: TemplateField = { name: 'Status', keys: ['status', 'state'], severity: 'warning' };
const owner: TemplateField = {
  name: 'Owner',
  keys: [...headOwnerKeys, 'contact'],
  severity: 'warning',
};
const created: TemplateField = {
  name: 'Created',
  keys: ['created', 'created on', 'creation date', 'date created', 'date', 'added'],
  severity: 'information',
};
const updated: TemplateField = {
  name: 'Last Updated',
  keys: [
    'last updated',
    'updated',
    'last update',
    'last modified',
    'last reviewed',
    'last review',
    'modified',
  ],
  severity: 'information',
};
const target: TemplateField = {
  name: 'Target Date',
  keys: ['target date', 'target', 'launch date', 'due date', 'due', 'release date', 'date', 'completed'],
  severity: 'warning',
};

/** The fields of each prefix in the template's order. Other rules check Category, Owner and Last Tested of runbooks. */
export const templateFields: ReadonlyMap<string, readonly TemplateField[]> = new Map([
  ['DEP', [id, category, status, owner, created, updated]],
  ['GTM', [id, category, status, owner, created, target]],
  ['RUN', [id, status, created]],
  ['MON', [id, category, status, owner, created]],
]);

const step = ['1. {Step}', '   - Verify: {How to confirm that it worked}'];
const stepNames =
  /\b(?:steps|procedures?|tasks|instructions|actions)\b|^(?:steps? |deploy(?:ment)?$|resolution|mitigation|response|diagnosis|what to do)/;
const linkNames = /^(?:related|linked|cross-?\s?references?|references|links|see also|traceability)\b/;

/**
 * The sections of each prefix in the template's order. Sections that an entry is useless without are a warning, the rest
 * information. Other rules check rollback, trigger, escalation and the links of alerts.
 */
export const templateSections: ReadonlyMap<string, readonly TemplateSection[]> = new Map([
  [
    'DEP',
    [
      section(
        'Overview',
        /^(?:overview|summary|description|purpose|about|background|introduction|what)\b/,
        null,
        'information',
        ['{What is deployed, and what users notice}'],
      ),
      section('Prerequisites', /^pre-?requisites?\b/, 'prerequisites', 'information', [
        '- [ ] {What must be ready}',
      ]),
      section('Deployment Steps', stepNames, 'steps', 'warning', step),
      section('Rollback Procedure', /^roll-?\s?back\b/, 'rollback', null),
      section('Related IDs', linkNames, 'linked-ids', 'information', [
        '- {ID} - {What it has to do with this}',
      ]),
    ],
  ],
  [
    'GTM',
    [
      section(
        'Activity Description',
        /\b(?:description|overview|summary|activity|about|purpose|background)\b/,
        null,
        'information',
        ['{What is done, and for whom}'],
      ),
      section(
        'Success Criteria',
        /\b(?:criteria|goals?|objectives?|success|kpis?|metrics|targets|definition of done)\b/,
        'gate-criteria',
        'warning',
        ['- [ ] {Measurable result}'],
      ),
      section('Channels', /\b(?:channels?|distribution|placements?)\b/, null, 'information', [
        '| Channel | Strategy | Owner | Status |',
        '| --- | --- | --- | --- |',
        '| {Channel} | {Strategy} | {Owner} | {Status} |',
      ]),
      section('Messaging', /\b(?:messaging|messages?|copy|positioning)\b/, null, 'information', [
        '**Primary Message**: {What customers shall remember}',
      ]),
    ],
  ],
  [
    'RUN',
    [
      section('When to Use', /^when to use\b/, 'trigger', null),
      section('Steps', stepNames, 'steps', 'warning', step),
      section('Escalation Path', /^escalation\b/, 'escalation', null),
    ],
  ],
  [
    'MON',
    [
      section(
        'Metric Definition',
        /\b(?:definition|metric|overview|description|summary|what|signal|query|measurement)\b/,
        null,
        'information',
        [
          '**What**: {What is measured}',
          '**Why**: {Why it matters}',
          '**Source**: {Where the data comes from}',
        ],
      ),
      section(
        'Thresholds',
        /\b(?:thresholds?|alerts?|alerting|alert conditions?|limits?|levels?|slos?)\b/,
        null,
        'warning',
        [
          '| Level | Threshold | Action |',
          '| --- | --- | --- |',
          '| Warning | {Value} | {What to do} |',
          '| Critical | {Value} | {What to do} |',
        ],
      ),
      section('Dashboard', /\b(?:dashboards?|panels?|visuali[sz]ations?|graphs?)\b/, null, 'information', [
        '**Location**: {Link}',
      ]),
      section('Related', linkNames, 'linked-ids', null),
    ],
  ],
]);

function section(
  name: string,
  names: RegExp,
  role: Role | null,
  severity: Severity | null,
  skeleton: readonly string[] = [],
): TemplateSection {
  return { name, names, role, severity, skeleton };
}

/** Whether an entry is checked against the template of its prefix. Deprecated entries are not. */
export function followsTemplate({ id: { prefix }, deprecated }: Entry): boolean {
  return templateFields.has(prefix) && deprecated === null;
}

/** Whether a runbook entry is written in the plain form, which has no ID, Status or Created. */
export function isPlainRunbook({ form, fields, id: { prefix } }: Entry): boolean {
  return prefix === 'RUN' && (form === 'plain' || fields.some(({ key }) => key === 'trigger'));
}

/** Roles whose sections never count as one of another name: a `Rollback Procedure` is not a deployment procedure. */
const distinct: ReadonlySet<Role> = new Set([
  'rollback',
  'escalation',
  'prerequisites',
  'verification',
  'trigger',
  'post',
  'scope',
  'change-log',
  'navigation',
  'deprecated',
]);

/** Whether a heading or label of this name (as compared) and role counts as a section of the template. */
export function standsFor(section: TemplateSection, key: string, role: Role | null): boolean {
  if (role !== null && role === section.role) return true;
  return (role === null || !distinct.has(role)) && section.names.test(key);
}
