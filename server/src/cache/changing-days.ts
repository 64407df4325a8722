/**
 * Until when findings are true: of documents whose findings change with time, the first day on which they may be others. Days
 * are `YYYY-MM-DD`. Knows no findings and no clock.
 */
export class ChangingDays {
  readonly #days = new Map<string, string>();

  /** Null for a document whose findings stay as they are. */
  get(uri: string): string | null {
    return this.#days.get(uri) ?? null;
  }

  set(uri: string, day: string | null): void {
    if (day === null) this.#days.delete(uri);
    else this.#days.set(uri, day);
  }

  /** The documents whose day has come, which are forgotten. */
  takeDue(today: string): string[] {
    const due = [...this.#days].filter(([, day]) => day <= today).map(([uri]) => uri);
    for (const uri of due) this.#days.delete(uri);
    return due;
  }

  clear(): void {
    this.#days.clear();
  }
}

/** The earliest of the days that it is told; null before it is told one. */
export class EarliestDay {
  day: string | null = null;

  readonly tell = (day: string): void => {
    if (this.day === null || day < this.day) this.day = day;
  };
}
