/**
 * Whether the text of a document may be a runbook. The language server judges it (docs/runbook-format.md#how-a-document-is-recognised);
 * this decides, without it and in a few microseconds, whether there is reason to start it.
 *
 * It may say yes to a document that is none, and must not say no to one that is: a test holds it against the server's judgement.
 */

/** Signs that a line of the text begins with, after marks of Markdown: without one of these there is no runbook, but for lists of sections. */
const telling = [
  // the id that an entry is defined by, in a heading or as plain line
  /^[ \t#>*_[`]{0,20}RUN-\d/m,
  // title of a playbook, as heading, underlined heading or in front matter
  /^(?:[ \t#>*_]{0,20}|title[ \t]{0,4}:[ \t"'*_]{0,6})playbook[ \t*_]{0,4}:/im,
  // title of a release runbook
  /^[ \t#>*_]{0,20}release[ \t]{1,4}runbook\b/im,
  /\bgate[ \t]{1,4}criteria\b/i,
  /(?:\*\*|__)[ \t]{0,4}feature[ \t]{1,4}name/i,
  /\b(?:rollback[ \t]{1,4}deadline|release[ \t]{1,4}manager|ship\/no-ship)\b/i,
];

/** Keys of front matter that make a document one of ours. */
const tellingKeys = /^(?:id_prefix|runbook)[ \t]*:/m;

/** Names of sections of a feature runbook, which is recognised by its sections alone where most of them stand together. */
const sectionNames =
  /^(?:##[ \t].{0,12})?(?:(?:system )?overview|pre-deployment checklist|deployment procedures|monitoring and alerting|troubleshooting guide|rollback procedures|maintenance procedures|emergency contacts|escalation procedures|security procedures|performance tuning|disaster recovery|change log|references)\b/gim;

/** Least number of such sections. */
const leastSections = 9;

/** UTF-16 units that are looked at; a document whose first signs stand further down waits for something else to start the server. */
const longestLook = 200_000;

/**
 * @param path Of the document, with `/`.
 * @param text All of it.
 */
export function mayBeOurs(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:sot\..*\.(?:md|markdown)$|\.runbook\.yaml$|run-\d)/i.test(name)) return true;
  const seen = text.slice(0, longestLook);
  const frontMatter = /^---\r?\n/.test(seen) ? seen.slice(0, seen.indexOf('\n---', 3) + 1) : '';
  if (tellingKeys.test(frontMatter)) return true;
  if (telling.some((sign) => sign.test(seen))) return true;
  return (seen.match(sectionNames)?.length ?? 0) >= leastSections;
}
