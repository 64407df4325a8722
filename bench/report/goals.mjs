/** What the figures are to be: each goal with the row that it is read off. */
import { aboveNode, ahead, aheadInEach, atMost, factor, none, times } from './goal-kinds.mjs';

const large = 10_000;
const longRunbook = 5000;

/** Node 22.8 and newer keep compiled code, which a check of some seconds feels. */
const keepsCode = Number.parseInt(process.versions.node, 10) >= 24;

/** @type {readonly import('./goal-kinds.mjs').Goal[]} */
export const goals = [
  ...['pull', 'push'].flatMap((way) =>
    [
      { statistic: /** @type {const} */ ('p95'), limit: 10 },
      { statistic: /** @type {const} */ ('p99'), limit: 16 },
    ].map(({ statistic, limit }) =>
      atMost(
        `keystroke in 5,000 lines, 10,000 files: edit to diagnostics, ${way}`,
        `keystroke, ${way}`,
        limit,
        statistic,
        { files: large, lines: longRunbook },
      ),
    ),
  ),
  factor('keystroke: 10,000 files like 100', 'keystroke, pull', { files: large }, { files: 100 }, 1.5),
  factor(
    'keystroke: 50,000 lines within 5 × of 5,000',
    'keystroke by lines',
    { lines: 50_000 },
    { lines: longRunbook },
    5,
  ),
  ...['completion', 'definition', 'references', 'hover', 'document symbols', 'code lenses'].map((what) =>
    atMost(`${what}, 10,000 files`, what, 5, 'p95', { files: large }),
  ),
  atMost('completion behind a key, 10,000 files', 'completion behind a key', 12, 'p95', { files: large }),
  atMost('references of an id used 1,000 times', 'references of an id used everywhere', 20, 'p95', {
    files: large,
  }),
  atMost('rename of an id with 1,000 references', 'rename of an id used everywhere', 50, 'p95', {
    files: large,
  }),
  atMost('opening 10,000 files cold: all ids navigable', 'open, cold: ids navigable', 2000, 'median', {
    files: large,
  }),
  times(
    'the same, compared with reading the bytes',
    'open, cold: ids navigable',
    'all bytes',
    'plain read',
    large,
    3,
  ),
  atMost('opening 10,000 files cold: all diagnostics', 'open, cold: all diagnostics', 9000, 'median', {
    files: large,
  }),
  ...['cold', 'warm', 'warm, next day'].map((state) =>
    atMost(
      `requests while 10,000 files are opened ${state}`,
      `open, ${state}: requests meanwhile`,
      15,
      'p95',
      {
        files: large,
      },
    ),
  ),
  ...['warm', 'warm, next day'].map((state) =>
    atMost(
      `opening 10,000 files ${state}: all diagnostics`,
      `open, ${state}: all diagnostics`,
      1000,
      'median',
      {
        files: large,
      },
    ),
  ),
  atMost('check of 100 files, cold', 'check, cold', 400, 'median', { files: 100 }),
  ahead(
    keepsCode
      ? 'check of 1,000 files, cold: ahead of rumdl'
      : 'check of 1,000 files, cold: within 1.4 × of rumdl',
    'check, cold',
    'check, cold',
    'rumdl',
    1000,
    keepsCode ? 1 : 1 / 1.4,
  ),
  ahead('check of 10,000 files, cold: ahead of rumdl', 'check, cold', 'check, cold', 'rumdl', large, 1),
  ...['markdownlint-cli2', 'remark-lint'].map((tool) =>
    ahead(`check of 1,000 files, cold: 10 × ${tool}`, 'check, cold', 'check, cold', tool, 1000, 10),
  ),
  ...['wall time', 'processor time'].map((time) =>
    aheadInEach(
      `check of real documents, cold, ${time}: ahead of rumdl in each`,
      `real documents, ${time}: `,
      'rumdl',
    ),
  ),
  factor('check of 10,000 files within 10 × of 1,000', 'check, cold', { files: large }, { files: 1000 }, 10),
  aboveNode('check of 1,000 files again, above the start of Node', 'check again, nothing changed', 1000, 150),
  atMost('check of 10,000 files again, nothing changed', 'check again, nothing changed', 600, 'median', {
    files: large,
  }),
  atMost('start of the tool', 'start of the tool', 150, 'median'),
  atMost('peak memory of a cold start, 10,000 files', 'peak memory of a cold start', 350, 'median', {
    files: large,
  }),
  atMost(
    'memory of the server above an empty one, 10,000 files',
    'memory above an empty server',
    120,
    'median',
    { files: large },
  ),
  atMost('growth of its heap over 10,000 edits', 'growth of the heap over 10,000 edits', 5, 'median'),
  none('wrong answers to early questions, 10,000 files', 'early questions', { files: large }),
  atMost(
    'other requests while a file of 20 MB is opened',
    'requests while a huge file is opened',
    1000,
    'most',
  ),
  atMost('packed extension', 'packed extension', 1500, 'median'),
  atMost('activation in a workspace with runbooks', 'activation with runbooks', 100, 'median'),
  atMost('activation in a Markdown folder without them', 'activation without runbooks', 20, 'most'),
];
