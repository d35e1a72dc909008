// Whether a connection goes through a relay, read from what the browser reports of it.

type Report = ReadonlyMap<string, unknown> | RTCStatsReport;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const read = (report: Report, id: unknown): Readonly<Record<string, unknown>> => {
  const found: unknown = typeof id === 'string' ? report.get(id) : undefined;
  return isRecord(found) ? found : {};
};

/** The pair in use: the transport names it. Null while there is none. */
export const pathOf = (report: Report): 'direct' | 'relayed' | null => {
  for (const each of report.values() as Iterable<unknown>) {
    if (!isRecord(each) || each['type'] !== 'transport') continue;
    const pair = read(report, each['selectedCandidatePairId']);
    const ends = [read(report, pair['localCandidateId']), read(report, pair['remoteCandidateId'])];
    if (ends.some((end) => end['candidateType'] === undefined)) continue;
    return ends.some((end) => end['candidateType'] === 'relay') ? 'relayed' : 'direct';
  }
  return null;
};
