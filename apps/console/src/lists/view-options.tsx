import { TableOutlined } from '@ant-design/icons';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { type Column, hasRoom } from './column.js';
import { DropDown } from './drop-down.js';
import { densities, intervals, type ListView } from './use-list-view.js';

interface Props {
  columns: readonly Pick<Column<never>, 'key' | 'title' | 'from' | 'isExtra' | 'isFixed'>[];
  view: ListView;
}

/** Chooses the columns of a list, how dense it is, and whether it is read again by itself. */
export function ViewOptions({ columns, view }: Props) {
  const { lists } = useTexts();
  return (
    <DropDown text={lists.view} icon={<TableOutlined aria-hidden />}>
      {() => (
        <>
          <ColumnChoice columns={columns} view={view} />
          <Choice
            name="density"
            legend={lists.density}
            values={densities}
            labels={lists.densities}
            value={view.density}
            onChange={(density) => {
              view.change({ density });
            }}
          />
          <Choice
            name="interval"
            legend={lists.autoRefresh}
            values={intervals}
            labels={lists.intervals}
            value={view.interval}
            onChange={(interval) => {
              view.change({ interval });
            }}
          />
        </>
      )}
    </DropDown>
  );
}

function ColumnChoice({ columns, view }: Props) {
  const { lists } = useTexts();
  // Those that one sees: what the window has no room for is not shown, and does not come with another one.
  const shown = columns
    .filter((column) => view.isShown(column) && (view.isChosen || hasRoom(column)))
    .map(({ key }) => key);
  return (
    <fieldset>
      <legend>{lists.columns}</legend>
      {columns
        .filter(({ isFixed }) => isFixed !== true)
        .map(({ key, title }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={shown.includes(key)}
              onChange={({ target }) => {
                view.change({ columns: target.checked ? [...shown, key] : shown.filter((each) => each !== key) });
              }}
            />
            {title}
          </label>
        ))}
      {view.isChosen && (
        <Button
          isSmall
          onClick={() => {
            view.change({ columns: undefined });
          }}
        >
          {lists.usualColumns}
        </Button>
      )}
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  legend: string;
  values: readonly Value[];
  labels: Readonly<Record<Value, string>>;
  value: Value;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, legend, values, labels, value, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => {
              onChange(each);
            }}
          />
          {labels[each]}
        </label>
      ))}
    </fieldset>
  );
}
