/** A fixture of one document of a kind of one's own: the lines of its kind, then its text. */
export function ofKind(kind: string, text: string, path = 'alerts/DiskFull.md'): string {
  const lines = kind.trim().replace(/^/gm, '    ');
  return `//- /.runbook.yaml\nkinds:\n  - name: page\n    files: alerts\n${lines}\n//- /${path}\n${text.replace(/^\n/, '')}`;
}
