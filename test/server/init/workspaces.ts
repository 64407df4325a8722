/** Small workspaces of the shapes that teams have, for what sets them up. */

/** A page for an alert, in the outline that many teams share. */
function alertPage(name: string, extra = ''): string {
  return `# ${name}

## Meaning

${name} fires when the share of failed requests is above 5 %.

## Impact

Some users see errors.

## Diagnosis

1. Open the dashboard.
2. Compare the error rate of each zone.

## Mitigation

1. Restart the pool that fails.

\`\`\`sh
poolctl restart
\`\`\`
${extra}`;
}

const alerts = [
  'PoolDown',
  'QueueStuck',
  'DiskFull',
  'CertExpires',
  'LeaderLost',
  'ReplicaLags',
  'CacheCold',
];

/** A repository of pages for alerts. */
export const collection: Readonly<Record<string, string>> = {
  'README.md': '# Acme Runbooks\n\nPages for the alerts of Acme.\n',
  'CONTRIBUTING.md': '# Contributing\n\n1. Fork.\n2. Write.\n',
  'templates/page.md': alertPage('AlertName'),
  ...Object.fromEntries(
    alerts.map((name, index) => [`pages/${index % 2 === 0 ? 'store' : 'edge'}/${name}.md`, alertPage(name)]),
  ),
  'pages/edge/_index.md': '# Edge\n',
};

const procedure = (title: string, number: number): string => `# ${title} Runbook

**Runbook ID:** OP-00${String(number)}
**Owner:** #storage
**Last Reviewed:** 2026-11-0${String(number)}
**Review cycle:** 6 months

## When to use this

The nightly job failed.

## Steps

1. Stop the writer: \`jobctl stop\`.
2. Run it again: \`jobctl run\`.

## Verification

The job says "done".

## Rollback

Start the writer of yesterday.
`;

/** A product with a handful of runbooks among other documents. */
export const product: Readonly<Record<string, string>> = {
  'README.md': '# Acme Store\n',
  'docs/architecture.md':
    '# Architecture\n\n## Overview\n\nThree parts.\n\n## Troubleshooting\n\n1. Look.\n2. Ask.\n',
  'docs/install.md': '# Install\n\n## Prerequisites\n\nNode.\n\n## Steps\n\n1. Download.\n2. Unpack.\n',
  'docs/writing-a-runbook.md':
    '# How to write a runbook\n\n## Steps\n\n1. Copy the template.\n2. Fill it in.\n',
  'docs/runbooks/README.md': '# Runbooks\n\n- one\n- two\n- three\n',
  ...Object.fromEntries(
    ['backup', 'failover', 'restore', 'rotate-keys', 'replay'].map((name, index) => [
      `docs/runbooks/${name}.md`,
      procedure(name, index + 1),
    ]),
  ),
  'services/cart/RUNBOOK.md': procedure('Cart', 6),
};

/** Repositories that only sound like it. */
export const soundsLike: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'engineering-playbook': {
    'README.md': '# Engineering Playbook\n',
    'docs/code-reviews.md':
      '# Code Reviews\n\n## Goals\n\n- Quality\n- Sharing\n- Speed\n\n## Resources\n\n- A book\n',
    'docs/testing.md': '# Testing\n\n## Goals\n\n- Trust\n- Speed\n- Calm\n\n## Resources\n\n- A book\n',
    'docs/agile.md': '# Agile\n\n## Goals\n\n- Flow\n- Focus\n- Fun\n\n## Resources\n\n- A book\n',
  },
  'automation-runbooks': {
    'README.md': '# Automation Runbooks\n',
    ...Object.fromEntries(
      ['add-user', 'list-devices', 'remove-user', 'report-licenses'].map((name) => [
        `docs/${name}.md`,
        `# ${name}\n\n## Parameters\n\n| Name | Type |\n| --- | --- |\n| Id | string |\n\n## Permissions\n\n- User.Read.All\n`,
      ]),
    ),
  },
  rfcs: {
    'README.md': '# RFCs\n',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((number) => [
        `text/000${String(number)}-change.md`,
        '# Change\n\n## Summary\n\nA change.\n\n## Motivation\n\nBecause.\n\n## Drawbacks\n\nNone.\n\n## Rollback\n\nRevert it.\n',
      ]),
    ),
  },
};
