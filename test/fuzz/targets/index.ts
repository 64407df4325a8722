/** All targets, from the text outwards. */
import type { Target } from '../target';
import { alertEdits } from './alert-edits';
import { configuration } from './configuration';
import { edits } from './edits';
import { features } from './features';
import { fixes } from './fixes';
import { model } from './model';
import { parser } from './parser';
import { protocol } from './protocol';
import { rules } from './rules';

export const targets: readonly Target[] = [
  parser,
  model,
  rules,
  fixes,
  edits,
  alertEdits,
  features,
  configuration,
  protocol,
];
