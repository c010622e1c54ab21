import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";

/** Quality 6 takes a third of a second for a megabyte, and is done once for what is sent many times. */
const WELL = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Text as the store holds it, and as a browser takes it: UTF-8 in brotli. */
export const packText = (text: string): Promise<Uint8Array> => promisify(brotliCompress)(text, WELL);

export const unpackText = async (bytes: Uint8Array): Promise<string> =>
  (await promisify(brotliDecompress)(bytes)).toString("utf8");
