// What a page loads at once stays together. Left alone, the bundler cuts it up along what later chunks
// also use: a dozen requests before the first tile, each compressed without the others.

/** Ids of what a module imports statically, itself included, and so on. */
function closure(start, graph) {
  const seen = new Set([start]);
  for (const id of seen)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/**
 * Rolldown's `codeSplitting`: modules that the same entries (by name, each a module's id) load first
 * share a chunk. An entry for Node, which has no elements, is none of `pages`: it keeps its share of a
 * page's chunks apart, but makes none. What only loads later is left to Rolldown.
 */
export function firstChunks(entries, pages) {
  let firsts;
  const group = {
    debugName: 'first',
    name(id, graph) {
      firsts ??= Object.entries(entries).map(([name, entry]) => [name, closure(entry, graph)]);
      const users = firsts.filter(([, first]) => first.has(id)).map(([name]) => name);
      return users.some((name) => pages.includes(name)) ? users.join('_') : null;
    },
  };
  return { includeDependenciesRecursively: false, groups: [group] };
}
