/** What the figures are to be: each goal with how it is read off the rows. */
import { formatCount, formatFigure } from './format.mjs';
import { figureOf } from './rows.mjs';

/** @typedef {import('../row.mjs').Row} Row */
/** @typedef {import('./rows.mjs').Rows} Rows */
/** @typedef {import('./rows.mjs').Where} Where */

/**
 * @typedef {object} Goal
 * @property {string} text what is to hold
 * @property {(rows: Rows) => Verdict | null} judge null when what it is about was not measured
 */

/** @typedef {{ holds: boolean, figures: string }} Verdict */

const large = 10_000;
const longRunbook = 5000;

/** @type {readonly Goal[]} */
export const goals = [
  atMost(
    'keystroke in 5,000 lines, 10,000 files: edit to diagnostics asked for',
    'keystroke, pull',
    16,
    'p95',
    { files: large, lines: longRunbook },
  ),
  atMost('keystroke in 5,000 lines, 10,000 files: edit to diagnostics pushed', 'keystroke, push', 16, 'p95', {
    files: large,
    lines: longRunbook,
  }),
  factor('keystroke: 10,000 files like 100', 'keystroke, pull', { files: large }, { files: 100 }, 1.5),
  factor(
    'keystroke: 50,000 lines within 10 × of 5,000',
    'keystroke by lines',
    { lines: 50_000 },
    { lines: longRunbook },
    10,
  ),
  ...['completion', 'definition', 'references', 'hover', 'document symbols'].map((what) =>
    atMost(`${what}, 10,000 files`, what, 5, 'p95', { files: large }),
  ),
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
  atMost('opening 10,000 files cold: all diagnostics', 'open, cold: all diagnostics', 6000, 'median', {
    files: large,
  }),
  ahead(
    'the same, compared with the command line of rumdl',
    'open, cold: all diagnostics',
    'check, cold',
    'rumdl',
    large,
    1,
  ),
  atMost('opening 10,000 files warm: all diagnostics', 'open, warm: all diagnostics', 1000, 'median', {
    files: large,
  }),
  ahead('check of 1,000 files, cold: ahead of rumdl', 'check, cold', 'check, cold', 'rumdl', 1000, 1),
  ahead(
    'check of 1,000 files, cold: 10 × markdownlint-cli2',
    'check, cold',
    'check, cold',
    'markdownlint-cli2',
    1000,
    10,
  ),
  ahead(
    'check of 1,000 files, cold: 10 × remark-lint',
    'check, cold',
    'check, cold',
    'remark-lint',
    1000,
    10,
  ),
  ...['wall time', 'processor time'].map((time) =>
    aheadInEach(
      `check of real documents, cold, ${time}: ahead of rumdl in each`,
      `real documents, ${time}: `,
      'rumdl',
    ),
  ),
  factor('check of 10,000 files within 10 × of 1,000', 'check, cold', { files: large }, { files: 1000 }, 10),
  atMost('check of 1,000 files again, nothing changed', 'check again, nothing changed', 500, 'median', {
    files: 1000,
  }),
  atMost('start of the tool', 'start of the tool', 150, 'median'),
  atMost(
    'memory of the server above an empty one, 10,000 files',
    'memory above an empty server',
    150,
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

/**
 * @param {string} text
 * @param {string} what
 * @param {number} limit in the unit of the row
 * @param {import('./rows.mjs').Statistic} statistic
 * @param {Where} [where]
 * @returns {Goal}
 */
function atMost(text, what, limit, statistic, where) {
  return {
    text,
    judge: (rows) => {
      const row = rows.find(what, where);
      if (row === null) return null;
      if (isUseless(row)) return missed(row);
      const figure = figureOf(row, statistic);
      return {
        holds: figure <= limit,
        figures: `${statistic} ${formatFigure(figure, row.unit)}, goal ${formatFigure(limit, row.unit)}`,
      };
    },
  };
}

/**
 * That one of our figures is at most so many times another one.
 * @param {string} text
 * @param {string} what
 * @param {Where} large
 * @param {Where} small
 * @param {number} limit
 * @returns {Goal}
 */
function factor(text, what, large, small, limit) {
  return { text, judge: (rows) => compare(rows.find(what, large), rows.find(what, small), limit) };
}

/**
 * That ours takes at most so many times as long as something else.
 * @param {string} text
 * @param {string} what
 * @param {string} otherWhat
 * @param {string} tool
 * @param {number} files
 * @param {number} limit
 * @returns {Goal}
 */
function times(text, what, otherWhat, tool, files, limit) {
  return {
    text,
    judge: (rows) => compare(rows.find(what, { files }), rows.find(otherWhat, { tool, files }), limit),
  };
}

/**
 * That ours is so many times as fast as another tool. One that did not get to its end in time is behind.
 * @param {string} text
 * @param {string} what
 * @param {string} otherWhat
 * @param {string} tool
 * @param {number} files
 * @param {number} advantage
 * @returns {Goal}
 */
function ahead(text, what, otherWhat, tool, files, advantage) {
  return {
    text,
    judge: (rows) => {
      const own = rows.find(what, { files });
      const other = rows.find(otherWhat, { tool, files });
      return compare(own, other, 1 / advantage);
    },
  };
}

/**
 * That ours is as fast as another tool wherever both were measured, and the sum too.
 * @param {string} text
 * @param {string} start how what was measured begins
 * @param {string} tool
 * @returns {Goal}
 */
function aheadInEach(text, start, tool) {
  return {
    text,
    judge: (rows) => {
      const compared = rows.startingWith(start).flatMap((own) => {
        const verdict = compare(own, rows.find(own.what, { tool }), 1);
        return verdict === null ? [] : [{ ...verdict, name: own.what.slice(start.length) }];
      });
      if (compared.length === 0) return null;
      const behind = compared.filter(({ holds }) => !holds);
      const listed = behind.map(({ name, figures }) => `${name} ${figures}`).join('; ');
      return {
        holds: behind.length === 0,
        figures: `behind in ${behind.length} of ${compared.length}${listed === '' ? '' : `: ${listed}`}`,
      };
    },
  };
}

/**
 * That no answer was wrong.
 * @param {string} text
 * @param {string} what
 * @param {Where} where
 * @returns {Goal}
 */
function none(text, what, where) {
  return {
    text,
    judge: (rows) => {
      const row = rows.find(what, where);
      if (row === null) return null;
      const figure = Math.max(...row.samples);
      return { holds: !row.wrong && figure === 0, figures: row.note };
    },
  };
}

/**
 * @param {Row | null} own
 * @param {Row | null} other
 * @param {number} limit how many times the median of the other ours may be
 * @returns {Verdict | null}
 */
function compare(own, other, limit) {
  if (own === null || other === null) return null;
  if (isUseless(own)) return missed(own);
  if (isUseless(other)) return null;
  const [ours, theirs] = [figureOf(own, 'median'), figureOf(other, 'median')];
  const figures = `${formatFigure(ours, own.unit)} against ${formatFigure(theirs, other.unit)}`;
  return {
    holds: ours <= theirs * limit,
    figures: `${figures}, ${ratioText(ours / theirs)}, goal ${ratioText(limit)}`,
  };
}

/** @param {number} ratio @returns {string} `0.42 ×` */
const ratioText = (ratio) => `${ratio >= 100 ? formatCount(Math.round(ratio)) : ratio.toFixed(2)} ×`;

/** @param {Row} row */
const isUseless = ({ samples, wrong }) => wrong || samples.length === 0;

/** @param {Row} row @returns {Verdict} */
const missed = ({ note }) => ({ holds: false, figures: note === '' ? 'no figure' : note });
