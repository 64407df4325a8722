/** A text as a value of YAML: in double quotes, which JSON writes in a way that YAML reads. */
export function stringifyText(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' ').trim());
}
