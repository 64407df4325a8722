/** Names findings by what they stand on, so that hosts know them again when lines move. */
import { createHash } from 'node:crypto';
import type { ReportedFinding } from '../folder-check';

/** Gives out the fingerprints of one log. */
export class Fingerprints {
  readonly #given = new Map<string, number>();

  /**
   * The same for the same words of the same entry in the same file, wherever they stand in it; another one for each that
   * reads the same. `file` is how the log names the file.
   */
  of({ row: { rule }, details }: ReportedFinding, file: string): string {
    const words = (details?.words ?? '').replace(/\s+/g, ' ').trim();
    const said = [rule, file, details?.entry ?? '', words].join('\n');
    const before = this.#given.get(said) ?? 0;
    this.#given.set(said, before + 1);
    return createHash('sha256')
      .update(`${said}\n${String(before)}`)
      .digest('hex')
      .slice(0, 32);
  }
}
