/**
 * Hiding small numbers: whole reports as they are published, from the answers to the audit of the finished tables; and
 * systems of counts alone, the largest with every sub-group, age and sex in sixty municipalities. Times are of the
 * processor, so that a busy machine changes them less than the clock.
 */
import { attackCells } from "../reports/protection/attack.ts";
import { protectReport, type ProtectionContext } from "../reports/protection/protect-report.ts";
import { suppressCells } from "../reports/protection/suppress.ts";
import { sections } from "../reports/sections/index.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { largeStudy } from "../tests/fixtures/large-study.ts";
import { countSystem } from "./count-systems.ts";
import { printMachine, printTable } from "./table.ts";

const SIZES = [
  { municipalities: 1, kinds: 12 },
  { municipalities: 3, kinds: 10 },
  { municipalities: 8, kinds: 12 },
  { municipalities: 60, kinds: 12 },
];

const STUDIES = [
  { municipalities: 4, parties: 12 },
  { municipalities: 16, parties: 12 },
  { municipalities: 60, parties: 12 },
];

const solver = await loadSolver();

/** Seconds of the processor in this process. */
function timed<T>(run: () => T): [result: T, seconds: number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

/** The longest time between two words about how far it has come. */
function stillness() {
  let longest = 0;
  let before = performance.now();
  const onProgress = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  };
  return { onProgress, seconds: () => longest / 1000 };
}

function protecting(size: { readonly municipalities: number; readonly parties: number }) {
  const answers = largeStudy(size);
  const still = stillness();
  const context: ProtectionContext = {
    solver,
    earlier: [],
    onProgress: still.onProgress,
    onFailure: (section, error) => {
      throw new Error(`${section} failed`, { cause: error });
    },
  };
  const [result, seconds] = timed(() => protectReport(sections, answers, { threshold: 5, freeTexts: true }, context));
  if (result.status !== "protected") throw new Error(`${result.counts.length} counts cannot be protected`);
  const { method, audit } = result.report.protection;
  return {
    municipalities: size.municipalities,
    parties: size.parties,
    counts: audit.cells,
    relations: audit.relations,
    small: audit.primary,
    "hidden besides": audit.secondary,
    method,
    "processor, s": seconds,
    "longest standstill, s": still.seconds(),
    "memory, MB": process.resourceUsage().maxRSS / 1024,
  };
}

function hiding(size: { readonly municipalities: number; readonly kinds: number }) {
  const system = countSystem(size);
  const primary = system.cells.filter(({ protection }) => protection > 0).length;
  const still = stillness();
  const [found, seconds] = timed(() => suppressCells(system, { solver, onProgress: still.onProgress }));
  const [audit, auditSeconds] = timed(() => attackCells(system, found.hidden, [...found.hidden], solver));
  return {
    municipalities: size.municipalities,
    parties: size.kinds,
    counts: system.cells.length,
    relations: system.relations.length,
    small: primary,
    "hidden besides": found.hidden.size - primary,
    method: found.method,
    exposed: found.exposed.length,
    "hiding, s": seconds,
    "attack from nothing, s": auditSeconds,
    "exposed to it": audit.filter(({ exposed }) => exposed).length,
    "longest standstill, s": still.seconds(),
  };
}

printMachine();
printTable("Whole reports", STUDIES.map(protecting));
printTable("Systems of counts", SIZES.map(hiding));
