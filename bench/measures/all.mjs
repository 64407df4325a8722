/** The one list of measures, in the order in which they run. */
import { activation } from './activation.mjs';
import { check } from './check.mjs';
import { earlyQuestions } from './early-questions.mjs';
import { editor } from './editor.mjs';
import { engines } from './engines.mjs';
import { hugeFile } from './huge-file.mjs';
import { lines } from './lines.mjs';
import { memory } from './memory.mjs';
import { openWorkspace } from './open-workspace.mjs';
import { packageSize } from './package-size.mjs';
import { real } from './real.mjs';
import { start } from './start.mjs';

/** @type {readonly import('./measure.mjs').Measure[]} */
export const measures = [
  start,
  check,
  real,
  openWorkspace,
  earlyQuestions,
  editor,
  lines,
  hugeFile,
  memory,
  packageSize,
  activation,
  engines,
];
