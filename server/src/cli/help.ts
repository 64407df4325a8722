/** The parts of the help that explain by example. */

export const programHelp = `
Examples:
  runbook check                  check the current folder
  runbook check docs --fix       fix what needs no decision, then say what is left
  runbook report docs            how complete and how well tested the runbooks are
  runbook explain stub-entry     what a rule is about
  runbook check --help           all options of a command
`;

export const checkHelp = `
A folder is checked as a whole: identifiers of one file are looked up in all others.
Where nothing has changed since the last time, its findings are told again; --no-cache checks all the same.

Exit code:
  0  no finding of severity error, and no more warnings than --max-warnings
  1  at least one finding of severity error, or too many warnings
  2  wrong usage, a path that is no readable folder, or a file that --fix could not write

Examples:
  runbook check                                 check the current folder
  runbook check docs ops                        check two folders
  runbook check --format sarif > runbook.sarif  a log for code scanning
  runbook check --format github --max-warnings 0
                                                in a workflow: annotations, and warnings fail it
  runbook check --since origin/main             only what a branch changes
  runbook check --fix --dry-run                 what --fix would change, as a diff
  runbook check --rule dangling-id --rule duplicate-id
                                                only these rules
  runbook check docs --stdin --stdin-filename docs/SoT.RUNBOOKS.md < draft.md
                                                a text that is not saved yet
`;

export const reportHelp = `
The report says how things are, whatever the configuration silences. It never fails: exit code 0, or 2 for wrong usage.

Examples:
  runbook report docs                               on the terminal
  runbook report docs --format html > report.html   one file, to be read in a browser or printed
  runbook report docs --format markdown             for a pull request or a wiki
  runbook report docs --format json                 {"workspaces": [...]}, for other programs
`;
