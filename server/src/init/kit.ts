/** Workflows that check runbooks: on each change what it touches, and each week what the calendar brings. Text only. */

export type KitName = 'github' | 'gitlab' | 'pre-commit';

export interface KitFile {
  /** Path in the workspace folder. */
  readonly path: string;
  readonly text: string;
  /** What to add where there is such a file already. */
  readonly addition: string;
}

/**
 * The files of a kit. They take the tool from npm, in the version that writes them: a version there never changes, so that a
 * check finds tomorrow what it finds today.
 */
export function kitFiles(name: KitName, version: string): readonly KitFile[] {
  return [kits[name](`npx --yes runbook-md@${version}`)];
}

const node = `      - uses: actions/setup-node@1d0ff469b7ec7b3cb9d8673fde0c81c44821de2a # v4.2.0
        with:
          node-version: 24
`;

const github = (tool: string): string => `name: Runbooks

on:
  pull_request:
  schedule:
    - cron: '17 5 * * 1'
  workflow_dispatch:

permissions: {}

jobs:
  # New findings in what a change touches, as annotations; errors fail the check.
  changes:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
${node}      - name: Check what was changed
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: ${tool} check --format github --since "$(git merge-base "$BASE" HEAD)"

  # Dates that passed without a change: one issue, which is opened, kept up to date, and closed.
  dates:
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      issues: write
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
${node}      - name: Look for dates that passed
        id: dates
        run: |
          code=0
          ${tool} check --time only --max-warnings 0 > "$RUNNER_TEMP/dates.txt" || code=$?
          [ "$code" -le 1 ] || exit "$code"
          echo "found=$code" >> "$GITHUB_OUTPUT"
      - name: Open, update or close the issue
        env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          TITLE: Runbooks to review
          FOUND: \${{ steps.dates.outputs.found }}
        run: |
          number=$(gh issue list --state open --search "in:title \\"$TITLE\\"" --json number,title --jq 'map(select(.title == env.TITLE)) | .[0].number // empty')
          if [ "$FOUND" = 0 ]; then
            [ -z "$number" ] || gh issue close "$number" --comment 'All dates are in time again.'
            exit 0
          fi
          {
            echo 'These dates have passed. Review the documents, then renew the dates, for example with \`npx runbook-md renew FILE…\`.'
            echo
            echo '\`\`\`text'
            head -c 60000 "$RUNNER_TEMP/dates.txt"
            echo
            echo '\`\`\`'
          } > "$RUNNER_TEMP/issue.md"
          if [ -n "$number" ]; then
            gh issue edit "$number" --body-file "$RUNNER_TEMP/issue.md"
          else
            gh issue create --title "$TITLE" --body-file "$RUNNER_TEMP/issue.md"
          fi
`;

const gitlab = (
  tool: string,
): string => `# New findings in what a merge request touches, in its Code Quality report; errors fail the job.
runbooks:
  image: node:24
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - ${tool} check --format gitlab --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" > gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json

# Dates that passed without a change: for a weekly pipeline schedule.
runbook-dates:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - ${tool} check --time only --max-warnings 0
`;

const hook = (tool: string): string => `  - repo: local
    hooks:
      - id: runbook
        name: runbook-md check
        entry: ${tool} check --since HEAD --time without
        language: system
        pass_filenames: false
        types: [text]
`;

const kits: Readonly<Record<KitName, (tool: string) => KitFile>> = {
  github: (tool) => alone('.github/workflows/runbooks.yml', github(tool)),
  gitlab: (tool) => alone('.gitlab-ci.yml', gitlab(tool)),
  'pre-commit': (tool) => ({
    path: '.pre-commit-config.yaml',
    text: `repos:\n${hook(tool)}`,
    addition: hook(tool),
  }),
};

/** A file of which all is to be added to one that is there. */
function alone(path: string, text: string): KitFile {
  return { path, text, addition: text };
}
