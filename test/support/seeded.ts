// Property tests draw from one fixed seed, so that `npm test` says the same each time; DESKMESH_SEED draws from
// another. Which seed it was stands in the message of every failure.

/** For `fc.assert`. */
export const seeded = (runs: number) => ({ numRuns: runs, seed: Number(process.env['DESKMESH_SEED'] ?? 20_261_122) });
