import type { Issue } from "../../errors.ts";
import type { JsonValue, Patch } from "../../scenario/index.ts";
import type { Control } from "../controls/control.ts";
import { NumberField } from "./number-field.tsx";

export interface ControlFieldProps {
  readonly id: string;
  readonly control: Control;
  readonly change: (value: JsonValue) => void;
}

/** A control with what is said of it, and what is wrong with its value. */
export function ControlField({
  id,
  control,
  change,
  issues,
}: ControlFieldProps & { readonly issues: readonly Issue[] }) {
  const { doc, evidence } = control;
  const chosen =
    control.kind === "choice" ? control.options.find(({ value }) => value === control.value) : undefined;
  const about = [doc, chosen?.doc ?? ""].filter((text) => text !== "").join(" ");
  return (
    <div class={`control is-${control.kind}`}>
      {control.kind === "switch" ? null : <label for={id}>{control.label}</label>}
      <Field id={id} control={control} change={change} />
      <p class="about" id={`${id}-about`}>
        {about}
        {evidence === undefined ? null : <span class="evidence">{` ${evidence}`}</span>}
      </p>
      {issues.map(({ message, hint }) => (
        <p class="fault" key={message}>
          {message}
          {hint === undefined ? "" : ` — ${hint}`}
        </p>
      ))}
    </div>
  );
}

function Field({ id, control, change }: ControlFieldProps) {
  const about = { id, "aria-describedby": `${id}-about` };
  switch (control.kind) {
    case "number":
      return <NumberField id={id} control={control} change={change} />;
    case "choice":
      return (
        <select {...about} value={control.value} onChange={(event) => change(event.currentTarget.value)}>
          {control.options.map(({ value }) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      );
    case "text":
      return (
        <input
          {...about}
          type="text"
          value={control.value}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
    case "lines":
      return (
        <textarea
          {...about}
          rows={Math.max(1, control.value.length)}
          placeholder={control.example}
          value={control.value.join("\n")}
          onChange={(event) => change(linesOf(event.currentTarget.value))}
        />
      );
    case "switch":
      return (
        <label class="switch" for={id}>
          <input
            {...about}
            type="checkbox"
            checked={control.value}
            onChange={(event) => change(event.currentTarget.checked ? control.on : control.off)}
          />
          {control.label}
        </label>
      );
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A control as the latest changes have it, which may be ahead of what was last read. */
export function withLatest(control: Control, changes: Patch): Control {
  const latest = Object.hasOwn(changes, control.path) ? changes[control.path] : undefined;
  if (latest === undefined) return control;
  switch (control.kind) {
    case "number": {
      const number = Number.parseFloat(String(latest));
      const value = control.writes === "share" ? Number((number * 100).toPrecision(12)) : number;
      return Number.isFinite(value) ? { ...control, value, most: Math.max(control.most, value) } : control;
    }
    case "choice":
    case "text":
      return typeof latest === "string" ? { ...control, value: latest } : control;
    case "lines":
      return Array.isArray(latest) ? { ...control, value: latest as readonly string[] } : control;
    case "switch":
      return control;
  }
}
