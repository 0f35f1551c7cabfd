/** A small button in a row; its whole name tells a screen reader what it acts on. */
export function ActButton({
  name,
  children,
  onClick,
}: {
  name: string;
  children: string;
  onClick: () => void;
}) {
  return (
    <button type="button" class="quiet" aria-label={name} onClick={onClick}>
      {children}
    </button>
  );
}
