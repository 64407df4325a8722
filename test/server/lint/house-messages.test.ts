/** Messages about kinds of a team's own stay short with names as long as teams give: fixtures hold them to 160 characters. */
import { expect, test } from 'vitest';
import { parseFixture } from '../../support/fixture';
import { findingsOf, openWorkspace } from '../../support/workspace';

const configuration = `kinds:
  - name: storage-alert-page
    files: alerts
    ids: 'RB-STORAGE-[A-Z]{2,12}-[0-9]{3}'
    titleFrom: fileName
    order: fixed
    roles: { verification: on, rollback: on, escalation: on, owner: on, review: on }
    fields:
      - { name: Customer-facing severity, values: { date: true } }
      - { name: Escalation channel by day, values: { channel: true } }
      - { name: Response time objective, values: { duration: true } }
      - { name: Length of review cycle, values: { interval: true } }
      - { name: Service tier of the cluster, values: { allowed: [gold, silver, bronze] } }
      - { name: Number of the cost center, values: { pattern: 'CC-[0-9]{4}-[A-Z]{2}' } }
      - { name: Data classification, values: { date: true, allowed: [internal, confidential] } }
      - { name: Owner of the storage pool, required: true }
      - { name: Number of affected tenants, required: true }
    sections:
      - { name: Meaning for the customer, level: 3 }
      - { name: Before work is started }
      - { name: Access to storage hosts, under: Before work is started }
      - { name: Diagnosis of the cluster, holds: [list, steps, code, boxes, table] }
      - { name: Mitigation and clean-up, required: true }
      - { name: Follow-up by the day team, required: true }
      - { name: Contacts at the vendor, under: Before work is started, required: true }
      - { name: Compliance and reporting, required: ifApplicable }
`;

const value = 'whatever is agreed upon in the ticket';
const text = `---
id: RB-STORAGE-DISKS-42
---

# Storage cluster of a region is full

**Customer-facing severity**: ${value}
**Escalation channel by day**: ${value}
**Response time objective**: ${value}
**Length of review cycle**: ${value}
**Service tier of the cluster**: ${value}
**Number of the cost center**: ${value}
**Data classification**: ${value}
**Number of affected tenants**:

## Diagnosis of the cluster

Look.

## Access to storage hosts

Have it.

## Mitigation and clean-up

## Before work is started

Read all of it.

## Meaning for the customer

No writes.
`;

test('all that is wrong in a document is said in short', () => {
  const path = 'alerts/KubePersistentVolumeInodesFillingUp.md';
  const { files } = parseFixture(`//- /.runbook.yaml\n${configuration}//- /${path}\n${text}`);
  const found = findingsOf(openWorkspace(files), path).filter(({ rule }) => rule.group === 'house');
  expect([...new Set(found.map(({ rule }) => rule.name))].toSorted()).toEqual([
    'invalid-field',
    'misplaced-section',
    'missing-field',
    'missing-role',
    'missing-section',
    'section-content',
    'section-order',
    'title-not-file-name',
  ]);
});
