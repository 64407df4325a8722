/** What the extension's own manifest says of it, read from the manifest so that nothing is listed twice. Knows no VS Code type. */

/** Commands and views of a manifest, by their ids. Throws when it is none of ours. */
export function contributedIds(manifest: unknown): {
  readonly commandIds: readonly string[];
  readonly viewIds: readonly string[];
} {
  const contributes = member(manifest, 'contributes');
  return {
    commandIds: list(contributes, 'commands').map((command) => String(member(command, 'command'))),
    viewIds: list(member(contributes, 'views'), 'runbook').map((view) => String(member(view, 'id'))),
  };
}

const workspaceContains = 'workspaceContains:**/';

/** One glob for the file names that activate the extension, a group of alternatives without groups inside of it. */
export function workspaceGlob(manifest: unknown): string {
  const globs = list(manifest, 'activationEvents')
    .map(String)
    .filter((event) => event.startsWith(workspaceContains))
    .flatMap((event) => alternatives(event.slice(workspaceContains.length)));
  return `**/{${globs.join(',')}}`;
}

/** `a.{b,c}` as `a.b` and `a.c`: not every search takes groups in groups. */
function alternatives(glob: string): string[] {
  const group = /\{([^{}]*)\}/.exec(glob);
  if (group === null) return [glob];
  const [whole, inside = ''] = group;
  return inside.split(',').flatMap((word) => alternatives(glob.replace(whole, () => word)));
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key);
  if (!Array.isArray(found)) throw new Error(`The manifest of the extension has no list ${key}.`);
  return found;
}
