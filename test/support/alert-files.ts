/** Pieces of fixtures with alert rules. */

/** A repository with two remotes. */
export const git = `//- /.git/config
[core]
	bare = false
[remote "origin"]
	url = git@github.com:fork/shop.git
[remote "upstream"]
	url = https://github.com/acme/shop.git
`;

/** Two runbooks. */
export const runbooks = `//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN-XXX
---

## RUN-001: Restart the API

Restart it.

### When it is slow

Wait.

## RUN-011: Restart the pool

Restart it.
`;

/** A file with one alert that pages; `annotations` are lines with ten blanks before them, after a line end. */
export function alertsOf(annotations: string, { severity = 'page', name = 'ApiDown' } = {}): string {
  return `//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ${name}
        expr: up == 0
        for: 5m
        labels:
          severity: ${severity}
        annotations:${annotations}
`;
}
