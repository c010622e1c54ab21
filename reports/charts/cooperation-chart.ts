import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber, formatPercent, inSentence } from "../text/format.ts";
import { layoutCircle, type CircleLink } from "./circle-layout.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, levelOf, SHARE_LEVELS, type HeatCell, type HeatLevel, type HeatPanel } from "./heat-chart.ts";
import { layoutLegend } from "./legend.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { dotSample, hatchSample, spanSample } from "./samples.ts";
import { line, stack } from "./scene.ts";
import { COLOURS, STEPS_OF_DEEP } from "./tokens.ts";

const MOST_PARTIES = 14;
const MOST_PANELS = 3;
const MOST_ROWS = 60;

/** The municipalities that are drawn party by party; none when they are too many or have too many parties. */
function drawnApart({ measures }: { measures: Table }, focus: string | undefined): readonly TableRow[] {
  const rows = measures.rows.filter((row) => focus === undefined || row.municipality === focus);
  const small = rows.every((row) => countIn(row.parties) <= MOST_PARTIES);
  return rows.length <= MOST_PANELS && small ? rows : [];
}

/** From the lightest: "never", then the more often the deeper. */
function levels(ties: Table): readonly HeatLevel[] {
  const codes = Object.entries(ties.labels.frequency ?? {});
  return codes.map(([, label], i) => ({ label, fill: i === 0 ? COLOURS.card : (STEPS_OF_DEEP[i] ?? COLOURS.deep) }));
}

/** Who says what of whom: a row a party that says, a column a party that it is about. Between kinds where they are many. */
export function matrixBody(tables: Tables, context: DrawContext): ChartBody {
  const [measures, ties, parties] = [tableOf(tables, "measures"), tableOf(tables, "ties"), tableOf(tables, "parties")];
  const places = drawnApart({ measures }, context.focus);
  if (places.length === 0) return kindsBody(tables, context);
  const codes = Object.keys(ties.labels.frequency ?? {});
  const said = new Map(ties.rows.map((row) => [tieKey(row), row]));
  const panels = places.map(({ municipality }): HeatPanel => {
    const here = parties.rows.filter((row) => row.municipality === municipality);
    const names = here.map((row) => ({ id: textIn(row.party), label: labelIn(parties, "party", row.party) }));
    return {
      key: textIn(municipality),
      heading: labelIn(measures, "municipality", municipality),
      rows: names,
      columns: names,
      cell: (from, to) => {
        if (from === to) return undefined;
        const row = said.get(tieKey({ from, to, municipality: textIn(municipality) }));
        const name = `${labelIn(parties, "party", from)} om ${labelIn(parties, "party", to)}, ${labelIn(measures, "municipality", municipality)}`;
        if (row === undefined) return { level: undefined, word: "", tip: `${name}: inget svar` };
        const quality = typeof row.quality === "number" ? `, kvalitet ${String(row.quality)} av 5` : "";
        const words = inSentence(labelIn(ties, "frequency", row.frequency));
        return {
          level: codes.indexOf(textIn(row.frequency)),
          word: typeof row.quality === "number" ? String(row.quality) : "",
          tip: `${name}: ${words}${quality}, ${inSentence(labelIn(ties, "confirmed", row.confirmed))}`,
        };
      },
    };
  });
  const body = heatBody({ panels, levels: levels(ties), unknown: "Inget svar", square: true }, context);
  return {
    ...body,
    notes: [
      "Raden är den part som svarar, kolumnen den som svaret gäller. Siffran är hur väl samverkan fungerar, 1–5.",
    ],
  };
}

const tieKey = ({ from, to, municipality }: TableRow): string =>
  `${textIn(from)}\n${textIn(to)}\n${textIn(municipality)}`;

function kindsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "kinds");
  const byKey = new Map(table.rows.map((row) => [`${textIn(row.from_kind)} ${textIn(row.to_kind)}`, row]));
  const names = distinct(table, "from_kind").map((id) => ({ id, label: labelIn(table, "from_kind", id) }));
  const cell = (from: string, to: string): HeatCell | undefined => {
    const row = byKey.get(`${from} ${to}`);
    if (row === undefined) return undefined;
    const name = `${labelIn(table, "from_kind", from)} om ${labelIn(table, "to_kind", to)}`;
    const n = countIn(row.known);
    if (n === 0) return { level: undefined, word: "", tip: `${name}: inget svar` };
    const share = countIn(row.ties) / n;
    const counts = `${formatNumber(countIn(row.ties))} av ${formatNumber(n)}`;
    return {
      level: levelOf(share),
      word: n < FEW_ANSWERS ? counts : formatPercent(share),
      tip: `${name}: samverkar enligt ${counts} svar`,
    };
  };
  const body = heatBody(
    {
      panels: [{ key: "kinds", rows: names, columns: names, cell }],
      levels: SHARE_LEVELS,
      unknown: "Inget svar",
      square: true,
    },
    context,
  );
  return {
    ...body,
    notes: [
      "Många parter: bilden visar andelen svar som säger att slagen av parter samverkar. Raden är den som svarar. Välj en kommun för att se dess parter.",
    ],
  };
}

const LINKS = {
  confirmed: { colour: COLOURS.deep, width: 2.5, label: "Båda säger att de samverkar" },
  "one-sided": { colour: COLOURS.rust, width: 1.5, dash: "6 4", label: "Den andra säger nej" },
  unanswered: { colour: COLOURS.inkSoft, width: 1.2, dash: "2 4", label: "Den andra har inte svarat" },
} as const;

/** The parties on a circle while they are few; otherwise how dense cooperation is in each municipality. */
export function networkBody(tables: Tables, context: DrawContext): ChartBody {
  const [measures, ties, parties] = [tableOf(tables, "measures"), tableOf(tables, "ties"), tableOf(tables, "parties")];
  const places = drawnApart({ measures }, context.focus);
  if (places.length === 0) return densityBody(measures, context);
  const legend = [
    ...Object.values(LINKS).map(({ colour, width, label, ...link }) => ({
      label,
      sample: (x: number, y: number) => [
        line(x, y + 7, x + 18, y + 7, colour, width, "dash" in link ? link.dash : undefined),
      ],
    })),
    { label: "Har inte svarat om någon", sample: hatchSample },
  ];
  const circles = places.map(({ municipality }) => {
    const here = parties.rows.filter((row) => row.municipality === municipality);
    const place = new Map(here.map((row, i) => [textIn(row.party), i]));
    const nodes = here.map((row) => {
      const label = labelIn(parties, "party", row.party);
      const said = `nämns av ${formatNumber(countIn(row.in))} av ${formatNumber(countIn(row.in_of))} som svarat om den`;
      return {
        key: `${textIn(municipality)}/${textIn(row.party)}`,
        label,
        tip: `${label}: ${said}`,
        silent: countIn(row.out_of) === 0,
      };
    });
    const links = new Map<string, CircleLink>();
    for (const row of ties.rows) {
      const kind = LINKS[textIn(row.confirmed) as keyof typeof LINKS] as (typeof LINKS)[keyof typeof LINKS] | undefined;
      if (row.municipality !== municipality || kind === undefined || row.frequency === "never") continue;
      const [a, b] = [place.get(textIn(row.from)) ?? 0, place.get(textIn(row.to)) ?? 0].sort((p, q) => p - q) as [
        number,
        number,
      ];
      const name = `${nodes[a]?.label ?? ""} och ${nodes[b]?.label ?? ""}`;
      const { label, ...style } = kind;
      links.set(`${a}-${b}`, {
        key: `${textIn(municipality)}/${a}-${b}`,
        a,
        b,
        ...style,
        tip: `${name}: ${inSentence(label)}`,
      });
    }
    return layoutCircle(
      { heading: labelIn(measures, "municipality", municipality), nodes, links: [...links.values()] },
      context.width,
    );
  });
  return {
    scene: stack([layoutLegend(legend, context.width), ...circles], 16),
    notes: [
      "Ordningen runt cirkeln är studiens. Par utan streck: ingen av dem säger att de samverkar, eller ingen har svarat.",
    ],
  };
}

function densityBody(measures: Table, { width, focus }: DrawContext): ChartBody {
  const all = measures.rows.filter((row) => focus === undefined || row.municipality === focus);
  const rank = (row: TableRow) => (typeof row.density === "number" ? row.density : -1);
  const ordered = [...all].sort((a, b) => rank(b) - rank(a));
  const shown = ordered.slice(0, MOST_ROWS);
  const rows = shown.map((row): ChartRow => {
    const label = labelIn(measures, "municipality", row.municipality);
    const key = textIn(row.municipality);
    const sub = `${formatNumber(countIn(row.said))} av ${formatNumber(countIn(row.parties))} parter har svarat`;
    if (typeof row.density !== "number") {
      const words = countIn(row.known) === 0 ? "Inget svar" : "För många parter för att jämföra par";
      return { key, label, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
    }
    const [low, high] = [countIn(row.density_low), countIn(row.density_high)];
    const value = formatPercent(row.density);
    return {
      key,
      label,
      sub,
      value,
      marks: [
        { kind: "span", from: low, to: high, colour: STEPS_OF_DEEP[2], thickness: 3, ends: "bracket" },
        { kind: "dot", at: row.density, colour: COLOURS.deep },
      ],
      tip: `${label}: ${value} av svaren säger samverkan, mellan ${formatPercent(low)} och ${formatPercent(high)} av alla möjliga; ${sub}`,
    };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const scene = layoutRows(
    {
      panels: [{ key: "density", rows }],
      scale: { min: 0, max: 1, ticks },
      legend: [
        { label: "Andel av svaren som säger samverkan", sample: dotSample(COLOURS.deep) },
        { label: "Möjlig andel av alla par, med det okända", sample: spanSample(STEPS_OF_DEEP[2], 3) },
      ],
      valueHead: "Täthet",
    },
    width,
  );
  const left = ordered.length - shown.length;
  return {
    scene,
    notes: [
      "Många parter: bilden visar hur tät samverkan är i varje kommun. Välj en kommun med högst 14 parter för att se vilka som samverkar.",
      ...(left > 0 ? [`Visar de ${MOST_ROWS} tätaste. De andra ${formatNumber(left)} finns i tabellen.`] : []),
    ],
  };
}

/** Step × what works and what fails: the share of answers 4 and 5. Two questions, so two columns that need not add up. */
export function stepsHeatBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "steps");
  const byKey = new Map(table.rows.map((row) => [`${textIn(row.step)} ${textIn(row.aspect)}`, row]));
  const name = (key: string) => (id: string) => ({ id, label: labelIn(table, key, id) });
  return heatBody(
    {
      panels: [
        {
          key: "steps",
          rows: distinct(table, "step").map(name("step")),
          columns: distinct(table, "aspect").map(name("aspect")),
          cell: (step, aspect) => {
            const row = byKey.get(`${step} ${aspect}`);
            if (row === undefined) return undefined;
            const label = `${labelIn(table, "step", step)}, ${labelIn(table, "aspect", aspect).toLowerCase()}`;
            const n = countIn(row.n);
            if (n === 0) return { level: undefined, word: "–", tip: `${label}: ingen bedömning` };
            const share = (countIn(row.c4) + countIn(row.c5)) / n;
            const counts = `${formatNumber(countIn(row.c4) + countIn(row.c5))} av ${formatNumber(n)}`;
            return {
              level: levelOf(share),
              word: n < FEW_ANSWERS ? counts : formatPercent(share),
              tip: `${label}: ${counts} svar är 4 eller 5`,
            };
          },
        },
      ],
      levels: SHARE_LEVELS,
      unknown: "Ingen bedömning",
    },
    context,
  );
}
