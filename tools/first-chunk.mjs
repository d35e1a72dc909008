// What the page needs before its first screen comes in one file: over a slow line each further one costs a round trip,
// and six at a time are all that a browser asks for.

import { inRoot } from './tree.mjs';

/** @typedef {{ getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }} Graph */

/** All that comes with a module without being asked for later. @param {string} from @param {Graph} graph */
const closureOf = (from, graph) => {
  const reached = new Set([from]);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
};

/** Of one build. @type {{ graph: Graph, ids: Set<string> } | null} */
let first = null;

/** For Rolldown's `codeSplitting.groups`. */
export const FIRST_SCREEN = {
  debugName: 'first screen',
  /** @param {string} id @param {Graph} graph */
  name: (id, graph) => {
    if (first?.graph !== graph) first = { graph, ids: closureOf(inRoot('src/main.ts'), graph) };
    return first.ids.has(id) ? 'first-screen' : null;
  },
};
