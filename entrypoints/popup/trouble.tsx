import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

/** What went wrong with the last thing that the reader did. Always there, so that it is spoken when it fills. */
export function Trouble({
  text,
  onDismiss,
}: {
  readonly text: string | undefined;
  readonly onDismiss: () => void;
}) {
  return (
    <div role="alert">
      {text !== undefined && (
        <div class="alert trouble">
          <Icon name="alert" />
          <span>{text}</span>
          <button class="tool" type="button" title={words.dismiss} onClick={onDismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
