import { Paragraph } from "docx";

/** No text of a document holds it: the font of the documents has no such character. */
const MARK = "\ue000";

/** Tables written as XML, and pictures, whose places are held until the `docx` package has put the document together. */
export class RawBlocks {
  readonly #blocks: string[] = [];
  readonly #pictures: Uint8Array[] = [];

  /** The paragraph that holds the place of a block. */
  add(xml: string): Paragraph {
    this.#blocks.push(xml);
    return new Paragraph({ text: `${MARK}${this.#blocks.length - 1}${MARK}` });
  }

  /** The document with every block in its place. */
  put(document: string): string {
    return document.replace(
      new RegExp(`<w:p><w:r><w:t[^>]*>${MARK}(\\d+)${MARK}</w:t></w:r></w:p>`, "g"),
      (_, i: string) => this.#blocks[Number(i)] ?? "",
    );
  }

  /** What holds the place of a picture, which then need not be packed, unpacked and packed again. */
  addPicture(png: Uint8Array): Buffer {
    this.#pictures.push(png);
    return Buffer.from(`${MARK}${this.#pictures.length - 1}`);
  }

  /** The picture whose place these bytes hold; other bytes are given back. */
  picture(bytes: Uint8Array): Uint8Array {
    const text = Buffer.from(bytes.subarray(0, 20)).toString();
    return text.startsWith(MARK) ? (this.#pictures[Number(text.slice(1))] ?? bytes) : bytes;
  }
}
