/**
 * `npm run check:commits`: the subjects of the commits since this check was introduced. Imperative, at most 72 characters,
 * no full stop; a blank line before the body. Commits that are not here (a shallow clone, a copy without git) are not
 * checked.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { projectFolder } from './support/project.mjs';

const since = '746da2bf0fb76ae632ae43bd018189e55686c87f';
const mostCharacters = 72;

const log = spawnSync('git', ['log', '--no-merges', '--format=%h%x00%s%x00%B%x01', `${since}..HEAD`], {
  cwd: projectFolder,
  encoding: 'utf8',
});
const commits = log.status === 0 ? log.stdout.split('\x01').slice(0, -1) : [];
const problems = commits.flatMap((commit) => {
  const [hash = '', subject = '', message = ''] = commit.trim().split('\0');
  return Array.from(problemsOf(subject, message), (problem) => `${hash} "${subject}": ${problem}`);
});
for (const problem of problems) console.error(problem);
const failed = new Set(problems.map((problem) => problem.slice(0, problem.indexOf(' ')))).size;
if (commits.length === 0) console.log('No commits to check.');
else console.log(`${commits.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} subject
 * @param {string} message the subject and the body
 */
function* problemsOf(subject, message) {
  if (subject.length > mostCharacters)
    yield `has ${subject.length} characters; use at most ${mostCharacters}.`;
  if (!/^[A-Z]/.test(subject)) yield 'does not begin with a capital letter.';
  if (subject.endsWith('.')) yield 'ends with a full stop; leave it out.';
  if (
    /^(?:Added|Fixed|Changed|Removed|Updated|Adds|Fixes|Changes|Removes|Updates|Adding|Fixing)\b/.test(
      subject,
    )
  )
    yield 'is not imperative; write "Add", not "Added", "Adds" or "Adding".';
  const [, second] = message.split('\n');
  if (second !== undefined && second.trim() !== '') yield 'has no blank line before the body.';
}
