import { Typography } from 'antd';
import { type FieldPath, type FieldProblem, isSamePath } from './field-problem.js';

/** What is wrong with a place that has no field of its own, such as an item of a list as a whole. */
export function ListProblems({ problems, at }: { problems: readonly FieldProblem[]; at: FieldPath }) {
  const here = problems.filter(({ path }) => isSamePath(path, at));
  if (here.length === 0) return null;
  return (
    <div role="alert" className="list-problems">
      {here.map(({ message }) => (
        <Typography.Text type="danger" key={message}>
          {message}
        </Typography.Text>
      ))}
    </div>
  );
}
