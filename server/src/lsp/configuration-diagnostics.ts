/**
 * Diagnostics of configuration files: those of the open text where an editor has the file open, else those of the
 * file on disk. What a configuration says applies once it is saved; its mistakes are shown while it is written.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { configurationFileName } from '../config/configuration';
import type { OtherDiagnostics } from './diagnostics';

/** What the reader of configuration files knows of them. */
export interface ConfigurationSource {
  /** The texts of the files on disk. */
  configurationTexts(): ReadonlyMap<string, string>;
  /** Diagnostics of the files on disk. */
  configurationDiagnostics(): OtherDiagnostics;
  /** Those of a text that stands, or is to stand, in a configuration file. */
  diagnosticsOf(uri: string, text: string): readonly Diagnostic[];
}

/** The text of a configuration file; `version` is null where it is not open. */
export interface ConfigurationText {
  readonly text: string;
  readonly version: number | null;
}

export class ConfigurationDiagnostics {
  readonly #source: ConfigurationSource;
  readonly #open = new Map<string, ConfigurationText>();

  constructor(source: ConfigurationSource) {
    this.#source = source;
  }

  /** Takes the text that an editor shows. */
  put(uri: string, text: string, version: number): void {
    this.#open.set(uri, { text, version });
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** All files by URI. */
  texts(): ReadonlyMap<string, ConfigurationText> {
    const files = Array.from(
      this.#source.configurationTexts(),
      ([uri, text]): [string, ConfigurationText] => [uri, { text, version: null }],
    );
    return new Map([...files, ...this.#open]);
  }

  all(): OtherDiagnostics {
    const open = Array.from(this.#open, ([uri, { text }]): [string, readonly Diagnostic[]] => [
      uri,
      this.#source.diagnosticsOf(uri, text),
    ]);
    return new Map([...this.#source.configurationDiagnostics(), ...open]);
  }
}

/** Whether a document is a configuration file, by its name. */
export function isConfiguration({ uri }: { readonly uri: string }): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}
