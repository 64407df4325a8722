/** The way from one file of a workspace folder to another. */

/** `../playbooks/move.md` from `runs/x.md` to `playbooks/move.md`; both relative to the same folder. */
export function pathBetween(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
