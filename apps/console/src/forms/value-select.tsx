import { Select, type SelectProps } from 'antd';

interface Props extends Omit<SelectProps<string>, 'options'> {
  /** Those that there are, as the document has them. */
  values: readonly string[];
}

/** A choice of one value of the API; what the values mean stands beside the field. */
export function ValueSelect({ values, ...props }: Props) {
  return <Select<string> {...props} options={values.map((value) => ({ value, label: <code>{value}</code> }))} />;
}
