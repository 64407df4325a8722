/**
 * What readers of our formats ask of them, in our words. GitLab: its page on the Code Quality report format; reviewdog: the
 * definition of its Diagnostic Format; SARIF 2.1.0: the standard, and what GitHub's page on code scanning adds to it.
 */

const text = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 1 } as const;

/** A report that GitLab takes: https://docs.gitlab.com/ci/testing/code_quality/ */
export const gitlabSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: count, end: count } },
        },
      },
    },
  },
} as const;

const position = { type: 'object', additionalProperties: false, properties: { line: count, column: count } };
const range = {
  type: 'object',
  additionalProperties: false,
  required: ['start', 'end'],
  properties: { start: position, end: position },
};
const source = { type: 'object', additionalProperties: false, properties: { name: text, url: text } };

/** A `DiagnosticResult` of reviewdog, which refuses fields that it does not know. */
export const rdjsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['diagnostics'],
  properties: {
    source,
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['message', 'location'],
        properties: {
          message: text,
          location: {
            type: 'object',
            additionalProperties: false,
            required: ['path'],
            properties: { path: text, range },
          },
          severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', additionalProperties: false, properties: { value: text, url: text } },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['range', 'text'],
              properties: { range, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} as const;

const message = { type: 'object', required: ['text'], properties: { text } };
const region = {
  type: 'object',
  additionalProperties: false,
  properties: { startLine: count, startColumn: count, endLine: count, endColumn: count },
};
const artifactLocation = {
  type: 'object',
  additionalProperties: false,
  required: ['uri'],
  properties: { uri: text, uriBaseId: text },
};
const location = {
  type: 'object',
  additionalProperties: false,
  required: ['physicalLocation'],
  properties: {
    id: { type: 'integer', minimum: 0 },
    message,
    physicalLocation: {
      type: 'object',
      additionalProperties: false,
      required: ['artifactLocation'],
      properties: { artifactLocation, region },
    },
  },
};
const locations = { type: 'array', maxItems: 100, items: location };

/** What we use of SARIF, within the limits of code scanning. */
export const sarifSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'runs'],
  properties: {
    $schema: text,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['tool'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    maxItems: 25_000,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'help'],
                      properties: {
                        id: text,
                        shortDescription: message,
                        help: message,
                        properties: {
                          type: 'object',
                          properties: { tags: { type: 'array', maxItems: 10, items: text } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: { type: 'object', additionalProperties: artifactLocation },
          invocations: { type: 'array', items: { type: 'object', required: ['executionSuccessful'] } },
          results: {
            type: 'array',
            maxItems: 25_000,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['message', 'ruleId', 'locations', 'partialFingerprints'],
              properties: {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: 0 },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message,
                locations,
                relatedLocations: locations,
                partialFingerprints: { type: 'object', additionalProperties: text },
                fixes: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['artifactChanges'],
                    properties: {
                      description: message,
                      artifactChanges: {
                        type: 'array',
                        minItems: 1,
                        items: {
                          type: 'object',
                          required: ['artifactLocation', 'replacements'],
                          properties: {
                            artifactLocation,
                            replacements: {
                              type: 'array',
                              minItems: 1,
                              items: {
                                type: 'object',
                                required: ['deletedRegion'],
                                properties: { deletedRegion: region },
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
