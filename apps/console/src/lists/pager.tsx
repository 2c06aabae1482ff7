import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useTexts } from '../language/language-context.js';
import { type Paging, positive } from './paging.js';
import './pager.css';

interface Props {
  /** What the list is of. */
  label: string;
  paging: Paging;
  /** The number of the last page. */
  last: number;
}

/** The way to the other pages of a list, and how many rows each has. */
export function Pager({ label, paging: { page, limit, pageSizes, goTo }, last }: Props) {
  const { lists } = useTexts();
  const to = (target: number) => () => {
    goTo(target, limit);
  };
  const pages = pagesAround(page, last);
  const hasGaps = pages.length < last;
  return (
    <nav className="pager" aria-label={lists.pages(label)}>
      <ul>
        <li>
          <button type="button" aria-label={lists.previous} disabled={page <= 1} onClick={to(page - 1)}>
            <LeftOutlined aria-hidden />
          </button>
        </li>
        {pages.map((each, index, all) => (
          <li key={each}>
            {each - (all[index - 1] ?? each) > 1 && <span className="pager-gap">…</span>}
            <button
              type="button"
              aria-label={lists.page(each)}
              aria-current={each === page ? 'page' : undefined}
              onClick={to(each)}
            >
              {each}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-label={lists.next} disabled={page >= last} onClick={to(page + 1)}>
            <RightOutlined aria-hidden />
          </button>
        </li>
      </ul>
      {hasGaps && (
        <PageInput
          last={last}
          onPage={(target) => {
            goTo(target, limit);
          }}
        />
      )}
      {pageSizes.length > 1 && (
        <select
          aria-label={lists.perPage}
          value={limit}
          onChange={({ target }) => {
            goTo(1, Number(target.value));
          }}
        >
          {[...new Set([...pageSizes, limit])]
            .sort((a, b) => a - b)
            .map((size) => (
              <option key={size} value={size}>
                {lists.perPageOption(size)}
              </option>
            ))}
        </select>
      )}
    </nav>
  );
}

interface PageInputProps {
  last: number;
  onPage: (page: number) => void;
}

/** The way to a page by its number, where not each has a button. */
function PageInput({ last, onPage }: PageInputProps) {
  const { lists } = useTexts();
  return (
    <label className="pager-input">
      {lists.goTo}
      <input
        inputMode="numeric"
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'Enter') return;
          const page = positive(currentTarget.value.trim());
          if (page !== undefined) onPage(Math.min(page, last));
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** The first page, the last, and those around the present one. */
function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((each) => each >= 1 && each <= last);
  return [...new Set(wanted)].sort((a, b) => a - b);
}
