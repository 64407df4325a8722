/** The criteria by which a playbook goes on, waits or gives up. */
import { isGoNoGo } from '../../model/gate-names';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { playbookPhases } from '../phases/playbook-phases';
import { lineLead } from './line-lead';
import { cellWords, tablesWithin } from './table-cells';
import { findSection, holdsNoWords, isInert, passagesIn } from './section-lookup';

export interface GoNoGoCriteria {
  readonly nameSpan: Span;
  /** The answers that no condition leads to, of Proceed, Pause and Abort. */
  readonly missing: readonly string[];
}

const answers: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: 'Proceed',
    pattern:
      /^(?:(?:proceed|continue|go(?! ?\/? ?no)(?!-)|green|weiter(?:machen)?|fortfahren|freigeben|freigabe|grün|continuar|proceder|seguir|avanzar|verde|continuer|poursuivre|vert|prosseguir|avançar)(?![\p{L}\p{N}])|続行|実施|진행|계속)/iu,
  },
  {
    name: 'Pause',
    pattern:
      /^(?:(?:pause|hold|wait|delay|stop and wait|yellow|amber|pausieren|warten|anhalten|unterbrechen|gelb|pausar|pausa|esperar|amarillo|suspendre|attendre|mettre en pause|orange|aguardar|amarelo)(?![\p{L}\p{N}])|一時停止|保留|待機|일시 ?중지|보류|대기)/iu,
  },
  {
    name: 'Abort',
    pattern:
      /^(?:(?:abort|stop(?! and wait)|no-?\s?go|cancel|roll ?back|red|abbruch|abbrechen|stopp|zurückrollen|rot|abortar|cancelar|detener|abandonar|rojo|abandonner|annuler|arrêter|interrompre|rouge|parar|vermelho)(?![\p{L}\p{N}])|中止|中断|중단|취소)/iu,
  },
];

const namesGoNoGo = /^(?:(?:criterios?|critères?|critérios?)(?: de)? )?go ?[/-]? ?no-?\s?go\b/;

/** The criteria of a document; null where there are none. A task that is called so decides once and holds no criteria. */
export function goNoGoCriteria(runbook: Runbook): GoNoGoCriteria | null {
  const whole = { start: 0, end: runbook.text.length };
  const tasks = new Set(
    runbook.labels.flatMap(({ item, nameSpan }) => (item === null ? [] : [nameSpan.start])),
  );
  // those of one phase are its gate
  const gates = new Set(
    playbookPhases(runbook).flatMap(({ gateCriteria }) => gateCriteria?.nameSpan.start ?? []),
  );
  const named = [...passagesIn(runbook, namesGoNoGo, whole)].find(
    ({ nameSpan: { start } }) => !tasks.has(start) && !gates.has(start),
  );
  const section = named ?? findSection(runbook, /^decision (?:framework|criteria|matrix)$/);
  if (section === undefined) return null;
  const given = answersIn(
    runbook,
    named?.from === 'heading'
      ? named.span
      : (findSection(runbook, /^decision framework$/)?.span ?? section.span),
  );
  if (named === undefined && given.size === 0) return null;
  const missing = answers.map(({ name }) => name).filter((name) => !given.has(name));
  return { nameSpan: section.nameSpan, missing };
}

/** Whether the gate of a phase asks the question itself. */
export function decidesByPhase(runbook: Runbook): boolean {
  return playbookPhases(runbook).some(
    ({ gateCriteria }) => gateCriteria !== null && isGoNoGo(gateCriteria.name),
  );
}

/** The answers that a section gives with at least one condition. */
function answersIn(runbook: Runbook, within: Span): ReadonlySet<string> {
  const { lines, text } = runbook;
  const given = new Set<string>();
  let open: { readonly name: string | null; readonly start: number } | null = null;
  const close = (end: number): void => {
    if (open?.name != null && !holdsNoWords(runbook, { start: open.start, end })) given.add(open.name);
  };
  for (
    let line = lines.lineAt(within.start);
    line <= lines.lineAt(Math.max(within.start, within.end - 1));
    line++
  ) {
    const { start, end } = lines.spanOf(line);
    if (isInert(runbook, start)) continue;
    const source = text.slice(start, end);
    const lead = lineLead(source);
    const words = source.slice(lead.length);
    const answer = answers.find(({ pattern }) => pattern.test(words));
    if (answer === undefined && !/^[ \t]*#/.test(source)) continue;
    // `- green` below `Proceed if:` is its condition
    if (/^(?:green|yellow|amber|red)[^:]{0,3}$/i.test(words) && lead !== '' && open !== null) continue;
    close(start);
    // behind the answer: `Proceed if:` has nothing there, `| Proceed | all gates ticked |` has
    const name =
      /^[^:：|]{0,60}[:：|]|^[\p{L}\p{N}-]+(?:[ \t]+(?:if|when|criteria|only if|the release))?[*_]*/iu.exec(
        words,
      )?.[0].length ?? 0;
    open = { name: answer?.name ?? null, start: start + lead.length + name };
  }
  close(within.end);
  for (const name of [...columnsIn(runbook, within), ...sentencesIn(runbook, within)]) given.add(name);
  return given;
}

/** The answers that are columns of a table with something below them: `| Proceed | Pause | Abort |`. */
function columnsIn(runbook: Runbook, within: Span): string[] {
  return tablesWithin(runbook, within).flatMap(({ columns, rows }) =>
    columns.flatMap((column, index) => {
      const answer = answers.find(({ pattern }) => pattern.test(column));
      const isSaid = rows.some(({ cells }) => cellWords(runbook, cells[index]) !== '');
      return answer === undefined || !isSaid ? [] : [answer.name];
    }),
  );
}

const furtherAnswer =
  /[,;.][ \t]{1,4}(?:(?:and|or)[ \t]{1,4})?((?:pause|hold|wait|delay|abort|stop|cancel|roll ?back|proceed|continue)[ \t]{1,4}(?:if|when|once)[ \t]{1,4}\w)/gi;

/** The answers behind another one in its line: `Proceed if all gates are ticked, pause if an incident is open.` */
function sentencesIn({ text }: Runbook, { start, end }: Span): string[] {
  return Array.from(text.slice(start, end).matchAll(furtherAnswer), ([, words = '']) =>
    answers.find(({ pattern }) => pattern.test(words)),
  ).flatMap((answer) => (answer === undefined ? [] : [answer.name]));
}
