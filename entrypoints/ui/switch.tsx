import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly label: string;
  /** What the switch covers, in a few words below its label. */
  readonly children?: ComponentChildren;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A switch with its label; the whole row answers to the pointer. */
export function Switch({ label, children, on, disabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <div class="switch-words">
        <span class="switch-label" id={`${id}-label`}>
          <bdi>{label}</bdi>
        </span>
        <span class="switch-note" id={`${id}-note`}>
          {children}
        </span>
      </div>
      <button
        class="switch"
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-note`}
        disabled={disabled}
        onClick={() => onChange(!on)}
      >
        <span class="switch-thumb" />
      </button>
    </div>
  );
}
