/** The parts of the help that explain by example. */

export const programHelp = `
Examples:
  runbook-md init                   find the runbooks of a repository, and begin to check them
  runbook-md check                  check the current folder
  runbook-md check docs --fix       apply fixes, then report what is left
  runbook-md report docs            how complete and how well tested the runbooks are
  runbook-md explain stub-entry     what a rule finds and why
  runbook-md check --help           all options of a command
`;

export const checkHelp = `
A folder is checked as a whole: identifiers of one file are looked up in all others.
If nothing has changed since the last check, its findings are reported again; --no-cache checks anew.

Exit code:
  0  no finding of severity error, and no more warnings than --max-warnings
  1  at least one finding of severity error, or too many warnings
  2  invalid usage, a folder that cannot be read, or a file that --fix could not write

Examples:
  runbook-md check                                 check the current folder
  runbook-md check docs ops                        check two folders
  runbook-md check --format sarif > runbook.sarif  a log for code scanning
  runbook-md check --format gitlab > gl-code-quality-report.json
                                                   a report for merge requests of GitLab
  runbook-md check --format github --max-warnings 0
                                                   in a workflow: annotations; any warning fails it
  runbook-md check --since origin/main             only files that a branch changes
  runbook-md check --time only                     in a weekly job: what became stale
  runbook-md check --profile reviewed              what keeps the documents from passing a profile
  runbook-md check --write-baseline                accept what is there: only new findings fail
  runbook-md check --fix --dry-run                 what --fix would change, as a diff
  runbook-md check --rule dangling-id --rule duplicate-id
                                                   only these rules
  runbook-md check docs --stdin --stdin-filename docs/SoT.RUNBOOKS.md < draft.md
                                                   unsaved text
`;

export const reportHelp = `
The report also counts findings that are off or suppressed. It never fails: exit code 0, or 2 for invalid usage.

Examples:
  runbook-md report docs                               on the terminal
  runbook-md report docs --format html > report.html   a single file for the browser or for printing
  runbook-md report docs --format markdown             for a pull request or a wiki
  runbook-md report docs --format csv > report.csv     one table for a spreadsheet
  runbook-md report docs --format badge > runbooks.svg which profile the documents pass
  runbook-md report docs --format json                 {"workspaces": [...]}, for other programs
`;

export const initHelp = `
Writes .runbook.yaml, which says what the runbooks of the folder are, and a baseline that accepts what is found in them
today. Files that exist stay as they are.

Exit code:
  0  written, or shown
  1  there are no runbooks, or none that are sure: nothing was written
  2  invalid usage, a configuration that exists already, or a file that could not be written

Examples:
  runbook-md init --dry-run            what would be written
  runbook-md init                      ask once, then write
  runbook-md init --yes --ci github    ask nothing, and add a workflow for GitHub
`;

export const runHelp = `
Every action is written to a journal before it is shown, so that an interrupted run resumes where it was. At the end a run
file is written, to "runs" or where "run.record" of .runbook.yaml says.

Exit code:
  0  the run has ended, was left to be resumed later, or was printed
  2  invalid usage, or a runbook that cannot be carried out

Examples:
  runbook-md run playbooks/move.md                     from the start
  runbook-md run playbooks/move.md --resume            where it was left or interrupted
  runbook-md run SoT.DEPLOYMENT.md --entry RUN-002     one entry of a file
  runbook-md run runbooks/restore.md --print           as a checklist
`;

export const renewHelp = `
Exit code:
  0  renewed, or with --verify: nothing but review dates changed
  1  with --verify: something else changed
  2  invalid usage, or a document that has no review date or could not be written

Examples:
  runbook-md renew docs/restore.md docs/failover.md   after a review
  runbook-md renew --stale --dry-run                  what would be renewed
  runbook-md renew --verify origin/main               in a job that approves such changes
`;

export const exportHelp = `
Exit code:
  0  printed
  2  invalid usage, or a folder that cannot be read

Examples:
  runbook-md export ids > ids/platform.json    for the key "imports" in the .runbook.yaml of another repository
`;

export const completionHelp = `
Load it where your shell starts:
  source <(runbook-md completion bash)      in ~/.bashrc
  source <(runbook-md completion zsh)       in ~/.zshrc, behind compinit
  runbook-md completion fish | source       in ~/.config/fish/config.fish
`;
