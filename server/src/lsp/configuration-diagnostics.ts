/**
 * Diagnostics of configuration files and of the styles that they extend: those of the open text where an editor has the
 * file open, else those of the file on disk. What a configuration says applies once it is saved; its mistakes are shown while it is written.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { configurationFileName } from '../config/configuration';
import type { KnownBaseline } from '../files/folder-baselines';
import type { EditedBaseline } from '../service';
import type { OtherDiagnostics } from './diagnostics';

/** What the reader of configuration files knows of them. */
export interface ConfigurationSource {
  /** The texts of the files on disk, styles among them. */
  configurationTexts(): ReadonlyMap<string, string>;
  /** Diagnostics of the files on disk. */
  configurationDiagnostics(): OtherDiagnostics;
  /** The baseline of a folder, by URI; null for none that could be edited. */
  baselineOf(folderUri: string): KnownBaseline | null;
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

  /** Takes a text that an editor shows, of YAML or JSON; whether it counts may be known later. */
  put(uri: string, text: string, version: number): void {
    this.#open.set(uri, { text, version });
  }

  /** Whether a file is a configuration file, or a style that one extends. */
  holds(uri: string): boolean {
    return isConfiguration(uri) || this.#source.configurationTexts().has(uri);
  }

  /** The baseline of a folder, by URI, as it is open or on disk. */
  baselineOf(folderUri: string): EditedBaseline | null {
    const known = this.#source.baselineOf(folderUri);
    if (known === null) return null;
    const { text, version } = this.#open.get(known.uri) ?? { text: known.text, version: null };
    return { uri: known.uri, path: known.path, text, version };
  }

  /** The styles that configuration files extend, by URI. */
  styles(): readonly string[] {
    return [...this.#source.configurationTexts().keys()].filter((uri) => !isConfiguration(uri));
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** All files by URI. */
  texts(): ReadonlyMap<string, ConfigurationText> {
    const files = this.#source.configurationTexts();
    const onDisk = Array.from(files, ([uri, text]): [string, ConfigurationText] => [
      uri,
      { text, version: null },
    ]);
    return new Map([...onDisk, ...this.#counting(files)]);
  }

  all(): OtherDiagnostics {
    const files = this.#source.configurationDiagnostics();
    const open = this.#counting(files).map(([uri, { text }]): [string, readonly Diagnostic[]] => [
      uri,
      this.#source.diagnosticsOf(uri, text),
    ]);
    return new Map([...files, ...open]);
  }

  /** The open texts that are configuration files, or styles among `files`. */
  #counting(files: ReadonlyMap<string, unknown>): readonly [string, ConfigurationText][] {
    return [...this.#open].filter(([uri]) => isConfiguration(uri) || files.has(uri));
  }
}

/** Whether a file is a configuration file, by its name; styles may have any. */
export function isConfiguration(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}

/** Whether a document may be a configuration file, a style or a baseline, by its name. */
export function mayBeConfiguration({ uri }: { readonly uri: string }): boolean {
  return /\.(?:ya?ml|json)$/i.test(uri);
}
