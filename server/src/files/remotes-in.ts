/** Which addresses a Git configuration gives to remotes. Knows the form of that file and no disks. */

/** Far more than anybody has. */
const mostRemotes = 50;

/** The `url` of each `[remote "…"]`, once, in order (git-config: variables, sections). */
export function remotesIn(text: string): readonly string[] {
  const found = new Set<string>();
  let isRemote = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*(\w+)/.exec(line)?.[1];
    if (section !== undefined) isRemote = section.toLowerCase() === 'remote';
    const url = isRemote ? /^\s*url\s*=\s*"?([^\s"#;]+)/i.exec(line)?.[1] : undefined;
    if (url !== undefined) found.add(url);
    if (found.size >= mostRemotes) break;
  }
  return [...found];
}
