/** What the page of a report gains from a script. Without one it is whole, and can be read, opened and printed. */
import "./board.css";
import "./frame.css";
import "./contents.css";
import "./finding.css";
import "./steps.css";
import "./print.css";
import { showTips } from "./chart-tips.ts";
import { copyEmbeds } from "./copy-embeds.ts";
import { followReader } from "./follow-reader.ts";
import { openForPrint } from "./open-for-print.ts";
import { offerSteps } from "./steps.ts";

/** The page is whole before the script runs: it is a module. */
const report = document.querySelector<HTMLElement>(".report-columns");
if (report !== null) {
  followReader(report);
  showTips(report);
  copyEmbeds(report);
  const tools = document.querySelector<HTMLElement>(".tools");
  if (tools !== null) {
    offerSteps(tools);
    openForPrint(tools);
  }
}
