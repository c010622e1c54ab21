/**
 * The projector: brings what has been submitted into the analysis form, behind the answers. Whatever it stores can be
 * made again from the revisions, so nothing is lost when it is stopped anywhere.
 */
import { setImmediate } from "node:timers/promises";
import type { Study } from "../../survey-definitions/study.ts";
import type { CellRow, PendingKey, SegmentKey } from "../store/analysis-store.ts";
import type { Store } from "../store/store.ts";
import { readerOf, type ResponseReader } from "./read-responses.ts";
import { SEGMENT_FORMAT, decodeSegment, encodeSegment } from "./segment-bytes.ts";
import { SEGMENT_SIZE, emptySegment, patchSegment, segmentOf, type ReadResponse } from "./segment.ts";

/** Responses read at a time. */
const PASS = 1024;
/** Responses whose long form is written in one transaction: few, since answers wait for the write lock meanwhile. */
const CELLS_AT_ONCE = 16;

/** Makes everything anew that an older version of the program stored. Once at the start is enough. */
export const forgetOutdated = (store: Store): Promise<void> => store.analysis.dropOtherFormats(SEGMENT_FORMAT);

/**
 * Projects what is waiting, at most about a thousand responses.
 *
 * @returns how many responses were projected; 0 when nothing was waiting
 */
export async function projectPending(store: Store, reader: ResponseReader = readerOf(store)): Promise<number> {
  let projected = 0;
  for (const key of segmentsOf(await store.analysis.listPending(PASS))) {
    const found = await store.findStudy(key.study);
    if (found !== undefined) projected += await projectSegment(store, reader, key, found.study);
  }
  return projected;
}

function segmentsOf(pending: readonly PendingKey[]): readonly SegmentKey[] {
  const segments = new Map<string, SegmentKey>();
  for (const { study, instrument, response } of pending) {
    const segment = segmentOf(response);
    segments.set(JSON.stringify([study, instrument, segment]), { study, instrument, segment });
  }
  return [...segments.values()];
}

async function projectSegment(store: Store, reader: ResponseReader, key: SegmentKey, study: Study): Promise<number> {
  const from = key.segment * SEGMENT_SIZE;
  const pending = await store.analysis.readPending(key.study, key.instrument, from, from + SEGMENT_SIZE, PASS);
  const changes: ReadResponse[] = [];
  for (let start = 0; start < pending.length; start += CELLS_AT_ONCE) {
    const read = await reader.read(study, pending.slice(start, start + CELLS_AT_ONCE));
    await store.analysis.saveCells(
      read.map(({ response, revision, ...rest }) => ({ response, revision, cells: cellsOf(rest) })),
    );
    changes.push(...read);
    await setImmediate();
  }
  const stored = await store.analysis.readSegment(key);
  const segment = patchSegment(stored === undefined ? emptySegment : decodeSegment(stored.data), changes);
  const saved = await store.analysis.saveSegment(key, {
    format: SEGMENT_FORMAT,
    replaces: stored?.version,
    data: encodeSegment(segment),
    holds: changes,
  });
  return saved ? changes.length : 0;
}

/** The long form of one response: a line a cell, or a code of a list; what was not asked and what is personal has none. */
function cellsOf({ variables, row }: Pick<ReadResponse, "variables" | "row">): readonly CellRow[] {
  const nothing = { position: 0, code: null, value: null, text: null, missing: null };
  return variables.flatMap(({ name: variable, kind, personal }): readonly CellRow[] => {
    const cell = row.get(variable);
    if (personal || cell === undefined || cell.missing === "not_asked") return [];
    if (cell.missing !== undefined) return [{ ...nothing, variable, missing: cell.missing }];
    if (typeof cell.value === "number") return [{ ...nothing, variable, value: cell.value }];
    if (typeof cell.value === "object") {
      return cell.value.map((code, position) => ({ ...nothing, variable, position, code }));
    }
    return [{ ...nothing, variable, ...(kind === "single" ? { code: cell.value } : { text: cell.value }) }];
  });
}
