/** A document that takes long enough to read for a process to be caught at it. */
export const slowDocument = `# Long\n\n${'- `a` **b** [c](d.md) RUN-001 and <em>more</em>\n'.repeat(10_000)}`;
