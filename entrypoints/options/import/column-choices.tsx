import { COLUMN_ROLES, type Column, type ColumnMap } from '../../../glossary/files/csv-columns.ts';
import type { TableSurvey } from '../../../glossary/files/reading.ts';
import type { Wish } from './offer.ts';
import { Select } from './select-line.tsx';
import { IMPORT } from './words.ts';

/** Rows of the table that are shown. */
const SHOWN = 3;
/** Roles whose cells can hold several items. */
const LISTS: readonly string[] = ['forms', 'native', 'context', 'not', 'related', 'sources', 'term'];
/** Roles whose cells are in a language. */
const SPOKEN: readonly string[] = ['term', 'forms', 'native', 'definition', 'note'];

interface ColumnChoicesProps {
  readonly table: TableSurvey;
  readonly used: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** What the columns of a table seem to hold, each to be corrected. */
export function ColumnChoices({ table, used, onChange }: ColumnChoicesProps) {
  const map = used.columns ?? table.columns;
  const rows = [...(map.header ? [] : [table.header]), ...table.sample].slice(0, SHOWN);
  const nameOf = (at: number) => (map.header && table.header[at]?.trim()) || IMPORT.columnNumber(at + 1);
  const change = (columns: ColumnMap) => onChange({ ...used, columns });
  const set = (at: number, column: Column) =>
    change({ ...map, columns: map.columns.map((one, other) => (other === at ? column : one)) });
  return (
    <details class="choices" open>
      <summary>{IMPORT.columns}</summary>
      <label class="check">
        <input
          type="checkbox"
          checked={map.header}
          onChange={(event) => change({ ...map, header: event.currentTarget.checked })}
        />
        {IMPORT.header}
      </label>
      <div class="columns">
        <table>
          <thead>
            <tr>
              {map.columns.map((column, at) => (
                <th key={at} scope="col">
                  <span dir="auto">{nameOf(at)}</span>
                  <ColumnChoice name={nameOf(at)} column={column} onChange={(next) => set(at, next)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, number) => (
              <tr key={number}>
                {map.columns.map((_, at) => (
                  <td key={at} dir="auto">
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface ColumnChoiceProps {
  readonly name: string;
  readonly column: Column;
  readonly onChange: (column: Column) => void;
}

const ROLES = Object.fromEntries(
  COLUMN_ROLES.map((role) => [role, IMPORT.roles[role]]),
) as typeof IMPORT.roles;

function ColumnChoice({ name, column, onChange }: ColumnChoiceProps) {
  const { lang, split, ...rest } = column;
  return (
    <>
      <Select
        label={IMPORT.roleOf(name)}
        options={ROLES}
        value={column.role}
        onChange={(role) => onChange({ ...column, role })}
      />
      {SPOKEN.includes(column.role) && (
        <input
          type="text"
          class="tag"
          aria-label={IMPORT.languageOf(name)}
          placeholder={IMPORT.anyLanguage}
          value={lang ?? ''}
          onChange={(event) => {
            const tag = event.currentTarget.value.trim();
            onChange({ ...rest, ...(split && { split }), ...(tag !== '' && { lang: tag }) });
          }}
        />
      )}
      {LISTS.includes(column.role) && (
        <Select
          label={IMPORT.splitOf(name)}
          options={IMPORT.splits}
          value={split ?? ''}
          onChange={(one) => onChange({ ...rest, ...(lang && { lang }), ...(one !== '' && { split: one }) })}
        />
      )}
    </>
  );
}
