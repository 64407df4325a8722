/** The kinds of goals: how each is read off the rows. It must not know which goals there are. */
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

/**
 * @param {string} text
 * @param {string} what
 * @param {number} limit in the unit of the row
 * @param {import('./rows.mjs').Statistic} statistic
 * @param {Where} [where]
 * @returns {Goal}
 */
export function atMost(text, what, limit, statistic, where) {
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
export function factor(text, what, large, small, limit) {
  return { text, judge: (rows) => compare(rows.find(what, large), rows.find(what, small), limit) };
}

/**
 * That ours takes at most so much longer than Node takes to start, which any program in it pays.
 * @param {string} text
 * @param {string} what
 * @param {number} files
 * @param {number} limit in milliseconds
 * @returns {Goal}
 */
export function aboveNode(text, what, files, limit) {
  return {
    text,
    judge: (rows) => {
      const own = rows.find(what, { files });
      const node = rows.find('start of the tool', { tool: 'node alone' });
      if (own === null || node === null) return null;
      if (isUseless(own)) return missed(own);
      const above = figureOf(own, 'median') - figureOf(node, 'median');
      return {
        holds: above <= limit,
        figures: `median ${formatFigure(above, own.unit)} above it, goal ${formatFigure(limit, own.unit)}`,
      };
    },
  };
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
export function times(text, what, otherWhat, tool, files, limit) {
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
export function ahead(text, what, otherWhat, tool, files, advantage) {
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
export function aheadInEach(text, start, tool) {
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
export function none(text, what, where) {
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
