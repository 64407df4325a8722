import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('fields that are not there', () => {
  checkRule(
    'missing-header-field',
    point(
      change(change(feature, '**Author:** M. Okafor\n', ''), '**Status:** Active\n', ''),
      'Runbook',
      'warning: Author, Status',
    ),
  );
});

test('a field without value', () => {
  checkRule(
    'missing-header-field',
    point(change(feature, '**Author:** M. Okafor', '**Author:**'), 'Author', 'warning'),
  );
});

test('a table, front matter and synonyms', () => {
  checkRule(
    'missing-header-field',
    change(
      feature,
      '# Runbook\n\n**Feature Name:** Gift Wrap\n**Version:** 1.1\n**Date:** 2026-10-12\n**Author:** M. Okafor\n**Last Updated:** 2026-11-10\n**Status:** Active\n',
      '---\nstatus: Active\nauthor: M. Okafor\n---\n\n# Runbook\n\n**Feature Name:** Gift Wrap\n\n| Field | Value |\n| --- | --- |\n| Version | 1.1 |\n| Created | 2026-10-12 |\n| Last Modified | 2026-11-10 |\n',
    ),
  );
});

test('more than a message can hold', () => {
  checkRule(
    'missing-header-field',
    point(
      change(feature, /\*\*Feature Name:\*\*[^]*?\*\*Status:\*\* Active\n/, ''),
      'Runbook',
      'warning: Feature Name, Version, Date, Author and 2 more',
    ),
  );
});

test('one field is named in the singular', () => {
  checkRule(
    'missing-header-field',
    point(
      change(feature, '**Author:** M. Okafor\n', ''),
      'Runbook',
      'warning: Missing header field "Author". Readers',
    ),
  );
});
