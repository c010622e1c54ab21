import type { ReactElement, ReactNode } from "react";
import { Control, type ControlProps } from "./control.tsx";
import { fieldId, fieldsOf, isMultipleText, type Field } from "./fields.ts";
import { useSession } from "./session.ts";
import { sumsOf, type Sum } from "./sums.ts";

interface Row {
  readonly name: string;
  readonly label: string;
  readonly field: Field;
  readonly id: string;
}

/** One number for every row; rows that are named "Kön: män" stand together under "Kön". Sums stand where they end. */
export function NumberRows({ field, id }: ControlProps): ReactElement | null {
  useSession();
  if (!isMultipleText(field.question)) return null;
  const { items } = field.question;
  const rows = fieldsOf(field.question).map((inner, i): Row => {
    const item = items[i];
    const label = item?.locTitle.renderedHtml ?? "";
    return { name: item?.name ?? "", label, field: inner, id: i === 0 ? id : fieldId(inner.key) };
  });
  const sums = sumsOf(field.question);
  const groups = groupsOf(rows);
  if (groups === undefined) return <div className="rows">{rows.map((row) => rowWithSums(row, sums))}</div>;
  return (
    <>
      {groups.map(({ title, rows: inside }) => (
        <fieldset className="rows row-group" key={title}>
          <legend>{title}</legend>
          {inside.map((row) => rowWithSums(row, sums))}
        </fieldset>
      ))}
    </>
  );
}

const TITLED = /^([^:]+): (.+)$/;

/** Undefined where the rows are not all named as "title: row". */
function groupsOf(rows: readonly Row[]): readonly { title: string; rows: readonly Row[] }[] | undefined {
  const groups: { title: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const [, title, label] = TITLED.exec(row.label) ?? [];
    if (title === undefined || label === undefined) return undefined;
    const named = { ...row, label: label.charAt(0).toUpperCase() + label.slice(1) };
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(named);
    else groups.push({ title, rows: [named] });
  }
  return groups;
}

function rowWithSums(row: Row, sums: readonly Sum[]): ReactNode {
  return [
    <NumberRow key={row.name} {...row} />,
    ...sums
      .filter(({ after }) => after === row.name)
      .map(({ text, isWrong }, i) => (
        <p key={`${row.name}-sum-${i}`} className={isWrong ? "sum sum-wrong numbers" : "sum numbers"} role="status">
          {text}
        </p>
      )),
  ];
}

function NumberRow({ label, field, id }: Row): ReactElement {
  const problem = useSession().problem(field.key);
  return (
    <div className="row row-number">
      <label htmlFor={id}>{label}</label>
      <div className="row-answer">
        <Control
          field={field}
          id={id}
          compact
          invalid={problem !== undefined}
          describedBy={problem === undefined ? undefined : `${id}-problem`}
        />
      </div>
      {problem !== undefined && (
        <p className="field-error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
