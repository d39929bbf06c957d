import type { LintFinding } from './lint.ts';
import { LINT_RULES } from './rules/index.ts';

/** Findings of one file; the path as a URI reference. */
export interface LintedFile {
  readonly uri: string;
  /** False where the places are those of the text as read (a page, a PDF), and not of the file. */
  readonly hasPlaces: boolean;
  readonly findings: readonly LintFinding[];
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const region = ({ span, start, end, excerpt }: LintFinding) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: span.start,
  charLength: span.end - span.start,
  snippet: { text: excerpt },
});

const fixes = ({ fix, remedy }: LintFinding, uri: string) =>
  fix && {
    fixes: [
      {
        description: { text: remedy },
        artifactChanges: [
          {
            artifactLocation: { uri },
            replacements: fix.map(({ span, text }) => ({
              deletedRegion: { charOffset: span.start, charLength: span.end - span.start },
              insertedContent: { text },
            })),
          },
        ],
      },
    ],
  };

/** A run as SARIF 2.1.0 (OASIS), which code-review pages and editors show. Columns count UTF-16 units. */
export const sarif = (files: readonly LintedFile[], version: string): unknown => ({
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'watchfloor lint',
          version,
          rules: LINT_RULES.map(({ id, level, summary, reason, example }) => ({
            id,
            shortDescription: { text: summary },
            fullDescription: { text: reason },
            help: { text: `Instead of: ${example.bad}\nWrite: ${example.good}` },
            defaultConfiguration: { level },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      artifacts: files.map(({ uri }) => ({ location: { uri } })),
      results: files.flatMap(({ uri, hasPlaces, findings }, index) =>
        findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: LINT_RULES.findIndex(({ id }) => id === finding.rule),
          level: finding.level,
          message: { text: `${finding.why} ${finding.remedy}` },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri, index }, ...(hasPlaces && { region: region(finding) }) },
            },
          ],
          ...(hasPlaces && fixes(finding, uri)),
        })),
      ),
    },
  ],
});
