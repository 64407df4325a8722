import { test } from 'vitest';
import { checkClean, checkFix, checkRule } from '../../../../support/check-rule';
import { changed, sotEntries, windows } from '../../../../support/sot-entries';

const rule = 'missing-entry-field';
const status = '**Status**: Active (EPIC-04b, 2026-05-09)\n';
const heading = '## DEP-001: Roll out the storefront\n';
const carets = '   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^';

test('a filled file is clean, whatever its line endings', () => {
  checkClean(sotEntries);
  checkClean(windows(sotEntries));
});

test('an entry without a status is a warning on its name', () => {
  checkRule(rule, changed([status, ''], [heading, `${heading}${carets} warning: has no Status\n`]));
  checkRule(rule, windows(changed([status, ''], [heading, `${heading}${carets} warning: has no Status\n`])));
});

test('what is missing together is said together, by weight', () => {
  checkRule(
    rule,
    changed(
      [
        `**ID**: DEP-001\n**Category**: Application\n${status}**Owner**: Storefront Team\n**Created**: 2026-02-03\n`,
        '',
      ],
      [
        heading,
        `${heading}${carets} information: has no ID\n${carets} warning: has no Status, Owner\n${carets} information: has no Category, Created\n`,
      ],
    ),
  );
});

test('an empty field is a missing one, on its label', () => {
  checkRule(rule, changed([status, '**Status**:\n  ^^^^^^ warning: Status of DEP-001 is empty\n']));
  checkRule(rule, changed([status, '**Status:**\n  ^^^^^^ warning\n']));
  checkRule(rule, changed([status, 'Status:\n^^^^^^ warning\n']));
  checkRule(rule, changed([status, '- **Status**: -\n    ^^^^^^ warning\n']));
});

test('every carrier will do', () => {
  checkRule(rule, changed([status, 'Status: Active\n']));
  checkRule(rule, changed([status, '> **Status:** Active\n']));
  checkRule(rule, changed([status, ''], ['### Overview', '### Status\n\nActive\n\n### Overview']));
  checkRule(
    rule,
    changed([
      '**ID**: MON-001\n**Category**: Availability\n**Status**: Active\n**Owner**: Storefront Team\n**Created**: 2026-02-03\n',
      '| Field | Value |\n| --- | --- |\n| ID | MON-001 |\n| Category | Security |\n| Status | Active |\n| Owner | Shop |\n| Created | 2026-02-03 |\n',
    ]),
  );
});

test('a launch needs its date', () => {
  const name = '## GTM-001: Gift wrap launch\n';
  checkRule(
    rule,
    changed(
      ['**Target Date**: 2026-12-01\n', ''],
      [name, `${name}   ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Target Date\n`],
    ),
  );
});

test('runbooks in the form with a trigger have no status, and other prefixes no template', () => {
  checkRule(
    rule,
    changed([
      '**ID**: RUN-001\n**Category**: Incident Response\n**Status**: Active\n**Owner**: Storefront Team\n**Created**: 2026-02-03\n',
      'Category: Incident\nTrigger: MON-001 has paged\nOwner: Storefront Team\n',
    ]),
  );
  checkRule(rule, changed(['**ID**: RISK-001\n**Status**: Open\n', '**Status**: Open\n']));
});

test('the id is filled in like its neighbours', () => {
  checkFix(rule, changed(['**ID**: DEP-001\n', '']), changed());
  checkFix(rule, windows(changed(['**ID**: DEP-001\n', ''])), windows(changed()));
  const bullets = '- **ID:** DEP-001\n- **Category:** Application\n';
  const plain = '**ID**: DEP-001\n**Category**: Application\n';
  checkFix(rule, changed([plain, '- **Category:** Application\n']), changed([plain, bullets]));
});

test('an entry in plain lines stays one with its id below it', () => {
  const source = (field: string): string =>
    `//- /SoT.OPS.md\n---\nid_prefix: DEP\n---\n\nDEP-001: Roll out\n${field}Owner: Storefront Team\nStatus: Active\n`;
  checkFix(rule, source(''), source('ID: DEP-001\n'));
});

test('what only the author knows is left open', () => {
  checkFix(rule, changed([status, '']), changed([status, '**Status**: {Status}\n']), 'Status');
});

test('an empty field of a table is one, and a filled one in another carrier makes up for an empty label', () => {
  checkRule(
    rule,
    changed([
      status,
      '| Field | Value |\n| --- | --- |\n| Status | |\n  ^^^^^^ warning: Status of DEP-001 is empty\n\n',
    ]),
  );
});

test('dates, the owner and other values are left open in words of their own', () => {
  checkFix(
    rule,
    changed(['**Created**: 2026-02-03\n', '']),
    changed(['**Created**: 2026-02-03\n', '**Created**: YYYY-MM-DD\n']),
    'Add Created to DEP-001',
  );
  checkFix(
    rule,
    changed(['**Owner**: Storefront Team\n', '']),
    changed(['**Owner**: Storefront Team\n', '**Owner**: {Team}\n']),
    'Add Owner to DEP-001',
  );
  checkFix(
    rule,
    changed([`${status}**Owner**: Storefront Team\n`, '']),
    changed([`${status}**Owner**: Storefront Team\n`, '**Status**: {Status}\n**Owner**: {Team}\n']),
    'Add Status, Owner to DEP-001',
  );
});

test('an empty field is filled in its place', () => {
  checkFix(
    rule,
    changed([status, '**Status**: -\n']),
    changed([status, '**Status**: {Status}\n']),
    'Add Status',
  );
});
