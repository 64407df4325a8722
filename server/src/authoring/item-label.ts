/** How a document writes labels inside list items: often in bold where the fields above are plain. */
import type { Runbook } from '../model/runbook';
import { rememberOf } from '../text/remember';
import { labelStyle } from './insertion';

/** `- **Name**: ` or `- **Name:** `, as the document's other items do; in bold where there are none. */
export const itemLabelStyle = rememberOf((runbook: Runbook): ((name: string) => string) => {
  const inItems = runbook.labels.filter(({ item, carrier }) => item !== null && carrier === 'bold');
  if (inItems.length > 0) return labelStyle({ ...runbook, labels: inItems });
  const style = labelStyle(runbook);
  return style('').includes('*') ? style : (name) => `**${name}**:`;
});
