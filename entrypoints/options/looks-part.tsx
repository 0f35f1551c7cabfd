import type { Look } from '../platform/page-settings.ts';
import type { Settings } from '../platform/settings.ts';
import { Switch } from '../ui/switch.tsx';
import { Amount, Choice, Part } from './controls.tsx';
import { LaidDown } from './laid-down.tsx';
import type { Held } from './use-stored.ts';
import { WORDS } from './words.ts';

/** Underlines that one may want at most; more would be none at all. */
const MOST_UNDERLINES = 200;
const FIRST_COLOUR = '#1f6feb';

/** How terms look on a page, with a sample that follows. */
export function LooksPart({ settings }: { settings: Held<Settings> }) {
  const { value, change } = settings;
  if (value === undefined) return null;
  const words = WORDS.looks;
  const { look } = value;
  const set = (part: Partial<Look>) => change((now) => ({ ...now, look: { ...now.look, ...part } }));
  return (
    <Part id="looks" title={WORDS.parts.looks}>
      <Sample look={look} />
      <LaidDown name="look.underline">
        <Choice
          legend={words.underline}
          options={words.underlines}
          value={look.underline}
          onChange={(underline) => set({ underline })}
        />
      </LaidDown>
      <LaidDown name="look.colour">
        <Switch
          label={words.ownColour}
          on={look.colour !== 'auto'}
          onChange={(own) => set({ colour: own ? FIRST_COLOUR : 'auto' })}
        />
        {look.colour !== 'auto' && (
          <label class="line">
            <span class="label">{words.colour}</span>
            <input
              type="color"
              value={look.colour}
              onInput={(event) => set({ colour: event.currentTarget.value })}
            />
          </label>
        )}
      </LaidDown>
      <LaidDown name="look.mentions">
        <Choice
          legend={words.mentions}
          note={words.mentionsNote}
          options={words.mentionsOf}
          value={look.mentions}
          onChange={(mentions) => set({ mentions })}
        />
      </LaidDown>
      <LaidDown name="look.mostPerScreen">
        <Amount
          label={words.most}
          note={words.mostNote}
          value={look.mostPerScreen}
          most={MOST_UNDERLINES}
          step={1}
          onChange={(mostPerScreen) => set({ mostPerScreen })}
        />
      </LaidDown>
      <LaidDown name="print">
        <Switch
          label={words.print}
          on={value.print}
          onChange={(print) => change((now) => ({ ...now, print }))}
        />
      </LaidDown>
    </Part>
  );
}

function Sample({ look }: { look: Look }) {
  const colour = look.colour === 'auto' ? 'currentColor' : look.colour;
  const style = {
    textDecoration: `underline ${look.underline} ${colour} 7%`,
    textUnderlineOffset: '20%',
  };
  const pattern = new RegExp(`(${WORDS.looks.sampleTerms.join('|')})`);
  const pieces = WORDS.looks.sample.split(pattern);
  return (
    <p class="sample">
      {pieces.map((piece, at) =>
        at % 2 === 1 ? (
          <span key={piece} style={style}>
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
