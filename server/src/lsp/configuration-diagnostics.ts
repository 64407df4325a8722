/**
 * Diagnostics of configuration files: those of the open text where an editor has the file open, else those of the
 * file on disk. What a configuration says applies once it is saved; its mistakes are shown while it is written.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { configurationFileName } from '../config/configuration';
import { parseConfiguration } from '../config/parse-configuration';
import { ruleOptions } from '../service';
import type { OtherDiagnostics } from './diagnostics';
import { toConfigurationDiagnostics } from './to-diagnostic';

export class ConfigurationDiagnostics {
  readonly #onDisk: () => OtherDiagnostics;
  readonly #open = new Map<string, readonly Diagnostic[]>();

  constructor(onDisk: () => OtherDiagnostics) {
    this.#onDisk = onDisk;
  }

  /** Takes the text that an editor shows. */
  put(uri: string, text: string): void {
    this.#open.set(uri, toConfigurationDiagnostics(text, parseConfiguration(text, ruleOptions).problems));
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  all(): OtherDiagnostics {
    return new Map([...this.#onDisk(), ...this.#open]);
  }
}

/** Whether a document is a configuration file, by its name. */
export function isConfiguration({ uri }: { readonly uri: string }): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}
