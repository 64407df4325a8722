/** What the preview adds in words. They come from the editor's translations, so that nothing else here knows these. */
export interface PreviewWords {
  /** Of a box that is ticked, and of one that is not, for those who do not see it. */
  readonly ticked: string;
  readonly open: string;
  readonly placeholder: string;
  /** `RUN-004: Disk is full`, as the title of a link; without a title the identifier alone. */
  link(id: string, title: string): string;
  /** The same for an entry that is deprecated. */
  deprecated(id: string, title: string): string;
  /** Behind an identifier that no document defines: `not defined`, and in a whole sentence. */
  readonly missing: string;
  missingId(id: string): string;
  /** `2 of 5 checked` */
  progress(done: number, total: number): string;
  /** On the button that copies commands, and what it is for those who do not see the commands. */
  readonly copy: string;
  readonly copyCommands: string;
  /** What became of it. */
  readonly copied: string;
  readonly notCopied: string;
}
