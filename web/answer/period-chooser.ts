/** The periods of a follow-up: those that have an answer, and a new one. The period is chosen before anything else. */
import type { AnswerPeriod, AnswerStatus } from "../../survey-definitions/wire.ts";
import { button, element, paragraph } from "./element.ts";
import type { IntroProps } from "./intro.ts";
import { nextPeriod } from "./next-period.ts";
import { longDate, periodName } from "./time.ts";

const STATUS_WORDS: Readonly<Record<AnswerStatus, string>> = {
  not_started: "Inte påbörjad",
  draft: "Utkast, inte skickat",
  submitted: "Skickad",
  reopened: "Skickad, med ändringar som inte är skickade än",
  declined: "Ni avstår",
};

export function periodChooser(props: IntroProps): HTMLElement {
  const list = element("div", {});
  const draw = (periods: readonly AnswerPeriod[]): void => list.replaceChildren(...periodList(props, periods));
  draw(props.sheet.periods ?? []);
  // What was saved since the page was opened changes the list.
  if (props.hasAnswers) {
    void props.api.open(props.sheet.session).then((reply) => {
      if (reply.kind === "done") draw(reply.body.periods ?? []);
    });
  }
  return element("div", { class: "periods" }, list, newPeriod(props));
}

function periodList({ sheet, surroundings, onResume }: IntroProps, periods: readonly AnswerPeriod[]): HTMLElement[] {
  if (periods.length === 0) return [];
  const byPeriod = periods.toSorted((a, b) => (b.from ?? "9999").localeCompare(a.from ?? "9999"));
  return [
    element("h2", { class: "periods-title" }, "Perioder"),
    element(
      "ul",
      { class: "plain-list period-list" },
      ...byPeriod.map((period) => {
        const { session, status, savedAt } = period;
        const isHere = session === sheet.session;
        const name = periodName(period);
        const open = button(
          status === "submitted" ? "Öppna och ändra" : "Fortsätt",
          () => (isHere ? onResume() : surroundings.openPeriod(session)),
          status === "submitted" ? "button button-quiet" : "button",
        );
        open.append(element("span", { class: "visually-hidden" }, ` ${name}`));
        return element(
          "li",
          { class: "period" },
          element(
            "div",
            {},
            element("strong", { class: "period-name numbers" }, name),
            element("span", { class: "soft small" }, `${STATUS_WORDS[status]} · sparad ${longDate(new Date(savedAt))}`),
          ),
          open,
        );
      }),
    ),
  ];
}

function newPeriod({ sheet, api, surroundings }: IntroProps): HTMLElement {
  const periods = sheet.periods ?? [];
  const suggested = nextPeriod(periods);
  const from = dateField("period-from", "Första dagen", suggested?.from);
  const to = dateField("period-to", "Sista dagen", suggested?.to);
  const said = element("p", { role: "alert", class: "field-error" });
  const begin = async (): Promise<void> => {
    const [first, last] = [from.input.value, to.input.value];
    const taken = periods.find((period) => period.from === first && period.to === last);
    if (taken !== undefined) return surroundings.openPeriod(taken.session);
    if (first === "" || last === "") return void (said.textContent = "Välj periodens första och sista dag.");
    if (first > last) return void (said.textContent = "Sista dagen ligger före den första. Byt plats på dagarna.");
    said.textContent = "";
    const answers = { fu_period_start: first, fu_period_end: last };
    const reply = await api.saveDraft({ answers, shown: Object.keys(answers), baseRevision: 0 }, {});
    if (reply.kind === "done" && reply.body.session !== undefined) return surroundings.openPeriod(reply.body.session);
    said.textContent =
      reply.kind === "refused" ? reply.error.message : "Servern svarar inte. Kontrollera nätet och försök igen.";
  };
  return element(
    "section",
    { class: "notice new-period", "aria-labelledby": "new-period-title" },
    element("h2", { id: "new-period-title" }, periods.length === 0 ? "Börja med första perioden" : "Ny period"),
    paragraph("Vilka dagar gäller siffrorna?"),
    element("div", { class: "period-days" }, from.field, to.field),
    said,
    element(
      "p",
      { class: "actions" },
      button("Börja med perioden", () => void begin()),
    ),
  );
}

function dateField(id: string, label: string, value = ""): { field: HTMLElement; input: HTMLInputElement } {
  const input = element("input", { type: "date", id, class: "input date-input", value }) as HTMLInputElement;
  return { field: element("div", {}, element("label", { for: id, class: "label" }, label), input), input };
}
