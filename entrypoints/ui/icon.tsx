/** Line drawings on a grid of 16. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  settings:
    'M2 4.5h6.2M12.8 4.5H14M2 11.5h1.2M7.8 11.5H14M10.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5.5 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  next: 'M6.5 3.5 11 8l-4.5 4.5',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  explain:
    'M3.5 2.5h9A1.5 1.5 0 0 1 14 4v6a1.5 1.5 0 0 1-1.5 1.5H8L5 14v-2.5H3.5A1.5 1.5 0 0 1 2 10V4a1.5 1.5 0 0 1 1.5-1.5ZM5 5.5h6M5 8.5h4',
  close: 'M4 4l8 8M12 4l-8 8',
  alert: 'M8 2 1.5 13.5h13L8 2Zm0 4.5v3.2M8 11.6v.1',
  add: 'M8 3v10M3 8h10',
  page: 'M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.3M6 8.5h4.5M6 11h3',
  lock: 'M3.5 7.2h9v6.3h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2',
  off: 'M8 2v5.5M4.6 4.2a5.2 5.2 0 1 0 6.8 0',
  moon: 'M13.3 9.6A5.8 5.8 0 0 1 6.4 2.7a5.8 5.8 0 1 0 6.9 6.9Z',
  pause: 'M5.5 3v10M10.5 3v10',
  reload: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words that say the same; nothing to a screen reader. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
