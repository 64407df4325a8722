/** The workspace report as one HTML file: no scripts, nothing loaded, fit for printing and for dark rooms. */
import { escapeMarkup } from '../../text/escape-markup';
import type { Say } from '../../text/say';
import { type ReportLanguage, inEnglish } from './report-language';
import { headlineOf, sectionsOf, type Cell, type FolderReport, type ReportSection } from './sections';

/** A whole document. */
export function reportHtml(
  reports: readonly FolderReport[],
  { say, locale }: ReportLanguage = inEnglish,
): string {
  const title = say`Runbook report: ${reports.map(({ folder }) => folder).join(', ')}`;
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${reports.map((report) => folderOf(report, say)).join('\n')}
</main>
</body>
</html>
`;
}

function folderOf(report: FolderReport, say: Say): string {
  return `<h1>${escapeMarkup(say`Runbook report`)} <small>${escapeMarkup(report.folder)}</small></h1>
<p class="lead">${escapeMarkup(headlineOf(report, say))}</p>
${sectionsOf(report, say)
  .map((section) => sectionOf(section, say))
  .join('\n')}`;
}

function sectionOf({ title, empty, columns, rows, details }: ReportSection, say: Say): string {
  const heads = columns.map((name) => `<th scope="col">${escapeMarkup(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n');
  const table =
    rows.length === 0
      ? `<p>${escapeMarkup(empty)}</p>`
      : `<div class="wide"><table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
  const list =
    details.length === 0
      ? ''
      : `\n<details open><summary>${escapeMarkup(say`What is missing`)}</summary>\n<dl>\n${details.map(detailOf).join('\n')}\n</dl></details>`;
  return `<section>\n<h2>${escapeMarkup(title)}</h2>\n${table}${list}\n</section>`;
}

function cellOf({ text, tone, entry }: Cell, index: number): string {
  const words =
    entry === undefined
      ? escapeMarkup(text)
      : `<strong>${escapeMarkup(entry.id)}</strong> ${escapeMarkup(entry.title)}<br><small>${escapeMarkup(entry.file)}:${String(entry.line)}</small>`;
  return index === 0 ? `<th scope="row">${words}</th>` : `<td class="${tone}">${words}</td>`;
}

function detailOf({ entry, lines }: ReportSection['details'][number]): string {
  const place = `<small>${escapeMarkup(entry.file)}:${String(entry.line)}</small>`;
  const words = lines.map((text) => `<dd>${escapeMarkup(text)}</dd>`).join('');
  return `<dt>${escapeMarkup(entry.id)} ${escapeMarkup(entry.title)} ${place}</dt>${words}`;
}

const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #59636e; --good: #1a7f37; --bad: #b3261e; --back: #f6f8fa; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --soft: #9198a1; --good: #4ac26b; --bad: #ff7b72; --back: #151b23; }
}
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
h1 small, small { color: var(--soft); font-weight: normal; }
h1 small { font-size: 0.6em; margin-left: 0.5em; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
.lead { font-size: 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60%; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: var(--back); white-space: nowrap; }
tbody th { font-weight: normal; }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 600; }
details { margin-top: 0.75rem; }
summary { cursor: pointer; color: var(--soft); }
dt { margin-top: 0.6rem; font-weight: 600; }
dd { margin: 0.1rem 0 0 1.25rem; }
@media print {
  body { font-size: 11px; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  tr, dd { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
