import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { onPolicyChange, policyReading } from '../platform/policy.ts';
import { laidDown } from '../platform/policy-overlay.ts';
import { WORDS } from './words.ts';

/** The settings that an organisation has laid down, by name. */
export const LaidDownSettings = createContext<ReadonlySet<string>>(new Set());

/** The names of settings that an organisation has laid down; follows it where the browser tells. */
export function useLaidDown(onProblem: (problem: string) => void): ReadonlySet<string> {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const read = () =>
      void policyReading().then(
        ({ policy }) => setNames(laidDown(policy)),
        (error) => onProblem(String(error)),
      );
    read();
    onPolicyChange(read);
  }, []);
  return names;
}

/** The control of a setting; not to be used, and marked, where an organisation has laid the setting down. */
export function LaidDown({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  if (!useContext(LaidDownSettings).has(name)) return <>{children}</>;
  return (
    <fieldset class="laid-down" disabled>
      {children}
      <small class="note">{WORDS.laidDown}</small>
    </fieldset>
  );
}
