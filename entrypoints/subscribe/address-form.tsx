import { useId } from 'preact/hooks';
import { subscriptionAddress } from '../../glossary/subscriptions/address.ts';
import { words } from './words.ts';

interface AddressFormProps {
  readonly address: string;
  /** A link or a page has brought the address. */
  readonly asked: boolean;
  /** What is being done; nothing can be asked for meanwhile. */
  readonly busy: string | undefined;
  readonly problem: string | undefined;
  readonly onType: (address: string) => void;
  readonly onLook: () => void;
}

/** Where the glossary is, and the wish to look at it. */
export function AddressForm({ address, asked, busy, problem, onType, onLook }: AddressFormProps) {
  const id = useId();
  const parsed = subscriptionAddress(address);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onLook();
      }}
    >
      <p class="note">{words.lead}</p>
      {asked && <p class="caution">{words.askedBy}</p>}
      <label for={`${id}-address`}>{words.address}</label>
      <input
        id={`${id}-address`}
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        value={address}
        placeholder="https://example.org/words.glossary.json"
        aria-describedby={`${id}-note ${id}-problem`}
        aria-invalid={problem !== undefined}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <small class="note" id={`${id}-note`}>
        {'url' in parsed ? words.permission(new URL(parsed.url).host) : words.addressNote}
      </small>
      <div class="row">
        <button type="submit" disabled={busy !== undefined}>
          {words.look}
        </button>
        <span class="note" role="status">
          {busy}
        </span>
      </div>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </form>
  );
}
