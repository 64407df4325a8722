/** Where this project is, for formats that name their tool. */

export const project = 'https://github.com/vscode-runbook/vscode-runbook';

/** The page about documents in a style of one's own. */
export const houseStylesPage = `${project}/blob/main/docs/house-styles.md`;

/** The page about what stands in configuration files. */
export const configurationPage = `${project}/blob/main/docs/configuration.md`;
