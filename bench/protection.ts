/**
 * Hiding small numbers in whole studies: what has to be hidden beside them, the proof, and an audit that begins from
 * nothing. Times are of the processor, so that a busy machine changes them less than the clock.
 */
import { attackCells } from "../reports/protection/attack.ts";
import { suppressCells } from "../reports/protection/suppress.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { countSystem } from "./count-systems.ts";
import { printMachine, printTable } from "./table.ts";

const SIZES = [
  { municipalities: 1, kinds: 12 },
  { municipalities: 3, kinds: 10 },
  { municipalities: 8, kinds: 12 },
  { municipalities: 60, kinds: 12 },
];

const solver = await loadSolver();

/** Seconds of the processor in this process. */
function timed<T>(run: () => T): [result: T, seconds: number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

printMachine();
printTable(
  "Små tal i en hel studie",
  SIZES.map((size) => {
    const system = countSystem(size);
    const primary = system.cells.filter(({ protection }) => protection > 0).length;
    let longest = 0;
    let before = performance.now();
    const onProgress = () => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    };
    const [found, seconds] = timed(() => suppressCells(system, { solver, onProgress }));
    const all = [...found.hidden];
    const [audit, auditSeconds] = timed(() => attackCells(system, found.hidden, all, solver));
    return {
      kommuner: size.municipalities,
      partsslag: size.kinds,
      celler: system.cells.length,
      samband: system.relations.length,
      små: primary,
      "dolda därtill": found.hidden.size - primary,
      metod: found.method,
      "kan inte skyddas": found.exposed.length,
      "dölja s": seconds,
      "granska s": auditSeconds,
      "utsatta i granskningen": audit.filter(({ exposed }) => exposed).length,
      "längsta stillestånd s": longest / 1000,
    };
  }),
);
