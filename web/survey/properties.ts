/** The properties of our own in a definition: without them SurveyJS would note each one as an error and drop it. */
import { Serializer } from "survey-core";

const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  page: ["vid"],
  panel: ["vid"],
  question: ["vid"],
  matrixdropdowncolumn: ["vid"],
  multipletextitem: ["vid", "cid"],
  itemvalue: ["cid"],
  selectbase: ["choicesFrom"],
  matrix: ["rowsFrom"],
  matrixdropdown: ["rowsFrom"],
  multipletext: ["itemsFrom"],
};

/** Safe to call more than once. */
export function registerProperties(): void {
  for (const [className, names] of Object.entries(PROPERTIES)) {
    for (const name of names) {
      if (!Serializer.findProperty(className, name)) Serializer.addProperty(className, { name, visible: false });
    }
  }
}
