/** Open documents that are too large to be read. Knows how large they are and what is said of them, not their texts. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { diagnosticSource } from '../../../protocol/src/contributions';
import type { Say } from '../text/say';
import { largestDocument, megabytes } from '../text/document-size';

export class LargeDocuments {
  readonly #say: () => Say;
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();

  /** `say`: in which language something is said. */
  constructor(say: () => Say) {
    this.#say = say;
  }

  /** Takes the length of an open document. Returns whether it became too large, or ceased to be so. */
  measure(uri: string, length: number): boolean {
    if (length <= largestDocument) return this.#diagnostics.delete(uri);
    if (this.#diagnostics.has(uri)) return false;
    this.#diagnostics.set(uri, [tooLarge(this.#say(), length)]);
    return true;
  }

  /** Takes that a document is closed. Returns whether it was too large. */
  close(uri: string): boolean {
    return this.#diagnostics.delete(uri);
  }

  has(uri: string): boolean {
    return this.#diagnostics.has(uri);
  }

  /** One finding for each. */
  get diagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    return this.#diagnostics;
  }
}

function tooLarge(say: Say, length: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    severity: DiagnosticSeverity.Information,
    code: 'too-large',
    source: diagnosticSource,
    message: say`This document is not checked: its size is ${megabytes(length)}, and the limit is ${megabytes(largestDocument)}. Split it into smaller documents.`,
  };
}
