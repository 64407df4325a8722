/** Languages of code blocks, as the first word behind the fence names them. */
import type { CodeBlock } from './markdown';

/** Their lines are commands. */
export const shellLanguages: ReadonlySet<string> = new Set(
  'bash sh shell zsh fish console shell-session shellsession powershell ps1 pwsh ksh csh tcsh bat batch cmd dosbatch'.split(
    ' ',
  ),
);

/** Their lines are statements for a database. */
export const sqlLanguages: ReadonlySet<string> = new Set(
  'sql psql pgsql postgresql postgres mysql tsql plsql'.split(' '),
);

/** The language of a code block in lower case; empty where none is named. */
export function languageOf(text: string, { info }: Pick<CodeBlock, 'info'>): string {
  return (/^\S{0,40}/.exec(text.slice(info.start, info.end))?.[0] ?? '').toLowerCase();
}
