// The report of an import in words: of each file what became of it, and of each piece left out the reason.

import type { FileReport, ImportReport } from '../intake/import-report.ts';
import { formatNumber, t } from './text.svelte.ts';

interface Refusal {
  /** The file, and the line where it has many pieces. */
  readonly name: string;
  readonly reason: string;
}

const refusalsIn = ({ name, skipped }: FileReport): readonly Refusal[] =>
  skipped.first.map(({ line, reason }) => ({
    // A file that is one piece, and a fault of the whole file, have no line.
    name: line <= 1 && skipped.total === 1 ? name : `${name}, ${t('import.line', { line: formatNumber(line) })}`,
    reason: t(`import.reason.${reason}`),
  }));

export const refusalsOf = ({ files }: ImportReport): readonly Refusal[] => files.flatMap(refusalsIn);

export const fileState = ({ imported, known, skipped: { total } }: FileReport): string => {
  if (imported + known + total > 1) {
    const [taken, here, refused] = [imported, known, total].map(formatNumber);
    return t('import.state.mixed', { imported: taken ?? '', known: here ?? '', skipped: refused ?? '' });
  }
  if (imported === 1) return t('import.state.imported');
  if (known === 1) return t('import.state.known');
  return t(total === 1 ? 'import.state.skipped' : 'import.state.unread');
};
