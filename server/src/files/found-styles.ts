/** What was found of the styles that a configuration file extends, as inert data. */
import type { ConfigurationLayer } from '../config/configuration';
import type { ConfigurationProblem } from '../config/yaml-reader';

/** A file that was looked for; its text is null where there is none. */
export interface ExtendedFile {
  readonly path: string;
  readonly text: string | null;
}

/** What a configuration file extends. */
export interface ExtendedStyles {
  /** Each before those that extend it. */
  readonly styles: readonly ConfigurationLayer[];
  /** What is wrong with them, at the places where the configuration file names them. */
  readonly problems: readonly ConfigurationProblem[];
  readonly files: readonly ExtendedFile[];
}
