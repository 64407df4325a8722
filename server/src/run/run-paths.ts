/** Paths of what runs read and write: the way from one file of a workspace folder to another, names of run files. */

/** `../playbooks/move.md` from `runs/x.md` to `playbooks/move.md`; both relative to the same folder. */
export function pathBetween(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

/** A title as the name of a file, without an ending. */
export function fileNameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  const words = name.split('-').filter((word) => word !== '');
  return words.length === 0 ? 'run' : words.join('-');
}
