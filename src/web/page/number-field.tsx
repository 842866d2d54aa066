import type { NumberControl } from "../controls/control.ts";
import { writtenNumber } from "../controls/control.ts";
import type { ControlFieldProps } from "./control-field.tsx";

/** A slider and a box for one number, which go together. */
export function NumberField({
  id,
  control,
  change,
}: ControlFieldProps & { readonly control: NumberControl }) {
  const { value, least, most, step, unit, label } = control;
  const set = (text: string) => {
    const shown = Number(text);
    if (text.trim() !== "" && Number.isFinite(shown)) change(writtenNumber(control, shown));
  };
  return (
    <div class="number">
      <input
        type="range"
        id={id}
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={`${value} ${unit}`}
        aria-describedby={`${id}-about`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <span class="amount">
        <input
          type="number"
          min={least}
          step="any"
          value={value}
          aria-label={`${label}, as a number`}
          onChange={(event) => set(event.currentTarget.value)}
        />
        <span class="unit">{unit}</span>
      </span>
    </div>
  );
}
