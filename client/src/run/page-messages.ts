/**
 * What the page of a run and the extension say to each other. What the page sends is read by `read-message.ts`: it only claims
 * to be what it is. Knows neither VS Code nor a page.
 */
import type { RunAct, RunEnd, RunRefusal } from '../../../protocol/src/run.js';
import type { RunOutcome, RunView, RunWords } from '../../../protocol/src/run-view.js';

/** The page to the extension. Commands, steps and boxes are named by their ids in the view. */
export type RunPageMessage =
  /** It runs, and has nothing to show. */
  | { readonly type: 'ready' }
  | { readonly type: 'act'; readonly act: RunAct }
  | { readonly type: 'copy'; readonly command: string }
  /** Someone wants the next line of a command in the terminal; from the first one where all were there. */
  | { readonly type: 'put'; readonly command: string }
  | { readonly type: 'terminal' }
  /** Someone wants to see a line of the document, from 0; null for its top. */
  | { readonly type: 'reveal'; readonly line: number | null }
  /** A link of the view was followed: its destination as written, or the id of an entry. */
  | { readonly type: 'open'; readonly target: string }
  | { readonly type: 'end'; readonly outcome: RunOutcome; readonly note: string }
  | { readonly type: 'copy-text'; readonly text: 'summary' | 'timeline' }
  | { readonly type: 'record' };

/** What may be the id of an entry in some words: `RUN-001`, `BR-FEA-002`, `EPIC-04b`. */
export const idPattern =
  /(?<![A-Za-z0-9-])[A-Z][A-Z0-9]{1,11}(?:-[A-Z]{2,12}){0,2}-\d{1,4}[a-z]?(?![A-Za-z0-9]|-\d)/g;

/** Whether ids in words of a form are shown as links. */
export function mayNameEntries(form: RunWords['form']): boolean {
  return form === 'plain' || form === 'strong';
}

/** Why commands can be put into a terminal, or cannot: untrusted workspace, switched off, no terminal on this host. */
export type TerminalState = 'ready' | 'restricted' | 'off' | 'none';

/** The extension to the page. */
export type RunHostMessage =
  | {
      readonly type: 'show';
      readonly view: RunView;
      /** What the run left; null while it goes on. */
      readonly end: RunEnd | null;
      readonly terminal: TerminalState;
      readonly words: RunPageWords;
      /** Ids in its words that lead to an entry. */
      readonly ids: readonly string[];
      /** Language of the editor, for times. */
      readonly language: string;
    }
  /** An act did not happen. */
  | { readonly type: 'refused'; readonly act: RunAct; readonly refusal: RunRefusal }
  /** One sentence about what was done, or could not be. */
  | { readonly type: 'say'; readonly message: string }
  /** There is no run to show. */
  | { readonly type: 'fail'; readonly message: string };

/** What the page says in words of its own, in the language of the editor. `{0}` and `{1}` are filled in. */
export type RunPageWords = Readonly<
  Record<
    | 'run'
    | 'drill'
    | 'paused'
    | 'phase'
    | 'step'
    | 'stepsDone'
    | 'hereSince'
    | 'runSince'
    | 'minutes'
    | 'hours'
    | 'days'
    | 'open'
    | 'started'
    | 'done'
    | 'notDone'
    | 'failedStep'
    | 'skipped'
    | 'rolledBack'
    | 'yourself'
    | 'before'
    | 'gateHelp'
    | 'verification'
    | 'tickNext'
    | 'boxLost'
    | 'boxOfRecord'
    | 'changed'
    | 'stepLost'
    | 'command'
    | 'commandOf'
    | 'destroys'
    | 'asksFor'
    | 'secret'
    | 'linesPut'
    | 'terminalRestricted'
    | 'terminalOff'
    | 'terminalNone'
    | 'copy'
    | 'put'
    | 'putLine'
    | 'toTerminal'
    | 'commandBefore'
    | 'commandAfter'
    | 'choose'
    | 'acts'
    | 'moreActs'
    | 'goOn'
    | 'begin'
    | 'stepDone'
    | 'failed'
    | 'skip'
    | 'reopen'
    | 'rollBack'
    | 'rollbackDone'
    | 'rollingBack'
    | 'note'
    | 'call'
    | 'pause'
    | 'resume'
    | 'who'
    | 'end'
    | 'endDrill'
    | 'stepBefore'
    | 'stepAfter'
    | 'overview'
    | 'document'
    | 'leaveIt'
    | 'needed'
    | 'reason'
    | 'goOnWithReason'
    | 'failTitle'
    | 'whatHappened'
    | 'skipTitle'
    | 'rollbackTitle'
    | 'rollbackHelp'
    | 'noteTitle'
    | 'noteLabel'
    | 'whoTitle'
    | 'whoLabel'
    | 'keep'
    | 'callTitle'
    | 'callHelp'
    | 'endTitle'
    | 'endDrillTitle'
    | 'endHelp'
    | 'succeeded'
    | 'failedRun'
    | 'aborted'
    | 'atEnd'
    | 'summary'
    | 'timeline'
    | 'openRecord'
    | 'noneOfThese'
    | 'leadGoOn'
    | 'leadRollback'
    | 'leadPhase'
    | 'leadStep'
    | 'leadPause'
    | 'leadAbort'
    | 'escalation'
    | 'dueNow'
    | 'dueFrom'
    | 'beside'
    | 'next'
    | 'ifItFails'
    | 'noWayBack'
    | 'purpose'
    | 'changes'
    | 'happened',
    string
  >
>;
