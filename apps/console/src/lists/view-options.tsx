import { TableOutlined } from '@ant-design/icons';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import type { Column } from './column.js';
import { DropDown } from './drop-down.js';
import { densities, intervals, type ListView } from './use-list-view.js';

interface Props {
  columns: readonly Pick<Column<never>, 'key' | 'title' | 'isExtra' | 'isFixed'>[];
  view: ListView;
}

/** Chooses the columns of a list, how dense it is, and whether it is read again by itself. */
export function ViewOptions({ columns, view }: Props) {
  const { lists } = useTexts();
  const shown = columns.filter(view.isShown).map(({ key }) => key);
  return (
    <DropDown text={lists.view} icon={<TableOutlined aria-hidden />}>
      {() => (
        <>
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
