/**
 * The last look at a line before it goes into a terminal. The server hands out lines that hold nothing of this; whoever stands
 * between them and a shell looks again. Knows no VS Code type.
 */

/** Controls, ends of lines of other alphabets, and marks that turn the direction of text or that nobody sees. */
const harmful = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Whether a text is one line of characters that a shell takes as they stand, and people see as they are. */
export function isSafeLine(text: string): boolean {
  return text !== '' && !harmful.test(text);
}

/**
 * The key that empties the line of a shell, so that two lines never become one. Nothing that is typed runs by it.
 * @param shell the path of the shell: `/bin/bash`, `C:\Windows\System32\cmd.exe`
 */
export function lineClearingKey(shell: string): string {
  // the shells of Windows, whose line knows no Control+U
  return /(?:^|[\\/])(?:cmd|powershell|pwsh)\.exe$/i.test(shell) ? '\u001b' : '\u0015';
}
