/** The outline of a document: entries, phases, steps and sections as a tree. */
import { hasBody } from '../model/entry';
import { SymbolKind, SymbolTag, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Entry, Phase, Procedure, Runbook, Section, Step } from '../model/runbook';
import type { Say } from '../text/say';
import { rememberOf } from '../text/remember';
import { encloses, type Span } from '../text/span';
import { toRange, type FeatureContext } from './shared/feature-context';

interface Node {
  readonly span: Span;
  readonly symbol: DocumentSymbol;
  readonly children: Node[];
}

/** The symbols of a document; none for a document that is no runbook and defines nothing. */
export function documentSymbols(context: FeatureContext, uri: string): DocumentSymbol[] {
  const runbook = context.runbook(uri);
  return runbook === undefined ? [] : symbolsIn(context.say)(runbook);
}

const symbolsIn = rememberOf((say: Say) => rememberOf((runbook: Runbook) => symbolsOf(say, runbook)));

function symbolsOf(say: Say, runbook: Runbook): DocumentSymbol[] {
  const bodied = runbook.entries.filter(hasBody);
  if (runbook.kind.kind === 'none' && bodied.length === 0) return [];
  const nodes = [
    ...sectionNodes(say, runbook, bodied),
    ...bodied.filter(({ form }) => form === 'plain').map((entry) => entryNode(say, runbook, entry)),
    ...runbook.procedures.flatMap((procedure) => stepNodes(say, runbook, procedure)),
  ];
  nodes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return nest(nodes);
}

function sectionNodes(say: Say, runbook: Runbook, entries: readonly Entry[]): Node[] {
  const byHeading = new Map(entries.map((entry) => [entry.headingSpan.start, entry]));
  const phases = new Map(runbook.phases.map((phase) => [phase.headSpan.start, phase]));
  const nodes: Node[] = [];
  const visit = (section: Section): void => {
    const { heading } = section;
    if (heading !== null) {
      const entry = byHeading.get(heading.span.start);
      const phase = phases.get(heading.span.start);
      const step = /^step\s+\w+/i.test(heading.title);
      if (entry !== undefined) nodes.push(entryNode(say, runbook, entry));
      else if (phase !== undefined) nodes.push(phaseNode(say, runbook, phase));
      else {
        const name = heading.number === null ? heading.title : `${heading.number} ${heading.title}`;
        nodes.push(
          node(
            say,
            runbook,
            name,
            step ? SymbolKind.Function : SymbolKind.String,
            section.span,
            heading.titleSpan,
          ),
        );
      }
    }
    for (const child of section.children) visit(child);
  };
  visit(runbook.root);
  return nodes;
}

function entryNode(say: Say, runbook: Runbook, entry: Entry): Node {
  const name = entry.title === '' ? entry.id.text : `${entry.id.text}: ${entry.title}`;
  const made = node(say, runbook, name, SymbolKind.Class, entry.span, entry.idSpan);
  if (entry.deprecated !== null) made.symbol.tags = [SymbolTag.Deprecated];
  return made;
}

function phaseNode(say: Say, runbook: Runbook, phase: Phase): Node {
  return node(
    say,
    runbook,
    phase.title === '' ? say`Phase ${phase.label}` : say`Phase ${phase.label}: ${phase.title}`,
    SymbolKind.Module,
    phase.span,
    phase.nameSpan,
  );
}

/** Steps that are no headings; those are sections already. */
function stepNodes(say: Say, runbook: Runbook, { form, steps }: Procedure): Node[] {
  if (form === 'heading' || form === 'numbered-heading') return [];
  const name = (step: Step): string =>
    form === 'list'
      ? `${step.number}. ${shorten(step.title)}`
      : say`Step ${step.number}: ${shorten(step.title)}`;
  return steps.map((step) => node(say, runbook, name(step), SymbolKind.Function, step.span, step.titleSpan));
}

function node(say: Say, runbook: Runbook, name: string, kind: SymbolKind, span: Span, words: Span): Node {
  const selection = encloses(span, words) ? words : { start: span.start, end: span.start };
  return {
    span,
    children: [],
    symbol: {
      name: name.trim() === '' ? say`(no title)` : name,
      kind,
      range: toRange(runbook, span),
      selectionRange: toRange(runbook, selection),
    },
  };
}

function shorten(words: string): string {
  const line = words.replace(/[*`]+/g, '').replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Nodes in order of their start, outer before inner, as a tree. */
function nest(nodes: readonly Node[]): DocumentSymbol[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const one of nodes) {
    while (open.length > 0 && !encloses(open.at(-1)?.span ?? one.span, one.span)) open.pop();
    const parent = open.at(-1);
    if (parent === undefined) top.push(one);
    else parent.children.push(one);
    open.push(one);
  }
  const finish = ({ symbol, children }: Node): DocumentSymbol =>
    children.length === 0 ? symbol : { ...symbol, children: children.map(finish) };
  return top.map(finish);
}
