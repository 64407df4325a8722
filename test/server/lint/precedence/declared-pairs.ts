/** A fixture for each pair of rules of which one yields to the other, by `loser < winner`. */
import { alertPairs } from './alerts';
import { gapPairs } from './gaps';
import { linkPairs } from './links';
import { phasePairs } from './phases';
import { rollbackPairs } from './rollbacks';
import { sectionPairs } from './sections';
import { stepPairs } from './steps';

export const declaredPairs: Readonly<Record<string, string>> = {
  ...alertPairs,
  ...linkPairs,
  ...gapPairs,
  ...phasePairs,
  ...rollbackPairs,
  ...stepPairs,
  ...sectionPairs,
};
