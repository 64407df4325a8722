/** Says which profile the documents of a check pass. */
import { counted } from '../text/counted';
import { printable } from '../text/printable';
import { standingOf } from '../service';
import type { FolderCheck } from './folder-check';

/** Most rules that are named. */
const mostNamed = 5;

/** One sentence or two on all documents, accepted findings among them. `lead`: how the folder is called, or empty. */
export function standingWords({ findings }: FolderCheck, lead: string): string {
  const { passes, next, lacks } = standingOf(findings.flatMap(({ row, mild }) => (mild ? [] : [row.rule])));
  const whose = lead === '' ? '' : `${printable(lead)} `;
  const state = passes === null ? `${whose}passes no profile` : `${whose}passes the profile ${passes}`;
  const sentence = `${lead === '' ? state.replace(/^p/, 'P') : state}.`;
  if (next === null) return sentence;
  const named = lacks.slice(0, mostNamed).map(({ rule, count }) => `${rule} (${String(count)})`);
  const more = lacks.length - named.length;
  const rest = more === 0 ? '' : ` and ${counted(more, 'more rule')}`;
  return `${sentence} For ${next}: ${named.join(', ')}${rest}. "runbook-md report" says where.`;
}
