import { Link } from 'react-router';
import type { PictureTable } from './picture.js';

/** The facts of a picture, to be read. */
export function FactsTable({ table: { caption, columns, rows } }: { table: PictureTable }) {
  return (
    <div className="picture-frame">
      <table className="facts">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ text, address }, column) => (
                <td key={column}>{address === undefined ? text : <Link to={address}>{text}</Link>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
