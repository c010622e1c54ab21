/** Positions in an undirected network, given as the neighbours of each node (by place; both directions listed). */

/**
 * Freeman's degree centralisation: 1 for a star, 0 where all have equally many neighbours.
 *
 * Σ (largest degree − degree) / ((n − 1)(n − 2)).
 *
 * @returns undefined with fewer than three nodes
 * @see Freeman (1979) Soc. Networks 1, 215–239; R: igraph::centr_degree(loops = FALSE)
 *
 * @example
 * degreeCentralisation([[1, 2, 3], [0], [0], [0]]); // 1
 */
export function degreeCentralisation(neighbours: readonly (readonly number[])[]): number | undefined {
  const n = neighbours.length;
  if (n < 3) return undefined;
  const degrees = neighbours.map((others) => others.length);
  const largest = Math.max(...degrees);
  return degrees.reduce((sum, degree) => sum + largest - degree, 0) / ((n - 1) * (n - 2));
}

/**
 * Betweenness: for how many pairs of others a node lies between, counting each pair by its share of shortest paths.
 *
 * High values mark brokers: parties over which the shortest way between others goes. Time n·ties, memory n + ties.
 *
 * @returns one number a node, in pairs; divide by (n − 1)(n − 2)/2 for a share of the largest possible
 * @see Freeman (1977) Sociometry 40, 35–41; Brandes (2001) J. Math. Sociol. 25, 163–177;
 *   R: igraph::betweenness(directed = FALSE)
 *
 * @example
 * betweenness([[1], [0, 2], [1]]); // 0, 1, 0: the one in the middle
 */
export function betweenness(neighbours: readonly (readonly number[])[]): readonly number[] {
  const n = neighbours.length;
  const between = new Array<number>(n).fill(0);
  for (let source = 0; source < n; source++) {
    const distance = new Array<number>(n).fill(-1);
    const paths = new Array<number>(n).fill(0);
    const order = [source];
    distance[source] = 0;
    paths[source] = 1;
    for (let next = 0; next < order.length; next++) {
      const v = order[next] ?? source;
      for (const w of neighbours[v] ?? []) {
        if (distance[w] === -1) {
          distance[w] = (distance[v] ?? 0) + 1;
          order.push(w);
        }
        if (distance[w] === (distance[v] ?? 0) + 1) paths[w] = (paths[w] ?? 0) + (paths[v] ?? 0);
      }
    }
    // Brandes's dependencies: from the farthest back, each node passes on what depends on it to those before it.
    const dependent = new Array<number>(n).fill(0);
    for (const w of order.reverse()) {
      for (const v of neighbours[w] ?? [])
        if (distance[v] === (distance[w] ?? 0) - 1)
          dependent[v] = (dependent[v] ?? 0) + ((paths[v] ?? 0) / (paths[w] ?? 1)) * (1 + (dependent[w] ?? 0));
      if (w !== source) between[w] = (between[w] ?? 0) + (dependent[w] ?? 0) / 2;
    }
  }
  return between;
}
