import type { Language } from '../site/languages.js';
import { wordsOf } from '../site/markdown.js';
import { linesOf } from './lines.js';
import type { PlacedStep } from './workflow-steps.js';
import { parties, workflowTexts } from './workflow-texts.js';

const laneWidth = 232;
const margin = 18;
const headHeight = 40;
const lineHeight = 17;
const gap = 26;
/** Between the edge of a box and its words, where its number stands. */
const textStart = 32;

/** A picture of the steps of a workflow: a lane for each who calls, and the steps one below another. */
export function WorkflowPicture({
  id,
  steps,
  language,
}: {
  id: string;
  steps: readonly PlacedStep[];
  language: Language;
}) {
  const texts = workflowTexts[language];
  const lanes = parties.filter((party) => steps.some((step) => step.parties.includes(party)));
  const boxes: Box[] = [];
  for (const step of steps) {
    const places = step.parties.map((party) => lanes.indexOf(party));
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const width = (last - first + 1) * laneWidth - 2 * margin;
    const lines = linesOf(wordsOf(step.title), width - textStart - 8);
    const previous = boxes.at(-1);
    boxes.push({
      step,
      lines,
      x: first * laneWidth + margin,
      y: previous === undefined ? headHeight : previous.y + previous.height + gap,
      width,
      height: lines.length * lineHeight + 19,
    });
  }
  const [width, height] = [lanes.length * laneWidth, boxes.reduce((_, box) => box.y + box.height, 0) + margin];
  return (
    <svg
      className="picture workflow-picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{texts.picture}</title>
      <desc id={`${id}-description`}>{boxes.map(({ step }) => inWords(step, language)).join(' ')}</desc>
      {lanes.map((party, index) => (
        <g key={party}>
          <rect className="lane" x={index * laneWidth + 2} y={0} width={laneWidth - 4} height={height} rx={8} />
          <text className="party" x={(index + 0.5) * laneWidth} y={25} textAnchor="middle">
            {texts.parties[party]}
          </text>
        </g>
      ))}
      {boxes.slice(1).map((box, index) => {
        const before = boxes[index];
        return before && <path key={box.step.stepId} className="arrow" d={arrow(before, box)} />;
      })}
      {boxes.map((box) => (
        <StepBox key={box.step.stepId} {...box} />
      ))}
    </svg>
  );
}

interface Box {
  readonly step: PlacedStep;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function StepBox({ step, lines, x, y, width, height }: Box) {
  return (
    <>
      <rect className="box step" x={x} y={y} width={width} height={height} rx={6} />
      <text className="number" x={x + 12} y={y + 22}>
        {step.number}
      </text>
      <text x={x + textStart} y={y + 22}>
        {lines.map((line, index) => (
          <tspan key={index} x={x + textStart} dy={index === 0 ? 0 : lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      {step.step.onFailure !== undefined && (
        <path
          className="arrow"
          d={`M${x + width} ${y + height / 2 + 8} c14 0 14 -16 2 -16 ${head(x + width + 1, y + height / 2 - 8, 'left')}`}
        />
      )}
    </>
  );
}

/** From below a box to the one that follows, which may be in another lane. */
function arrow(from: Box, to: Box): string {
  const [start, end] = [from.x + from.width / 2, to.x + to.width / 2];
  // Between boxes of different widths, it goes down where both are.
  const [left, right] = [Math.max(from.x, to.x), Math.min(from.x + from.width, to.x + to.width)];
  const y = from.y + from.height;
  if (left < right) return `M${(left + right) / 2} ${y} V${to.y} ${head((left + right) / 2, to.y, 'down')}`;
  return `M${start} ${y} V${y + gap / 2 - 2} H${end} V${to.y} ${head(end, to.y, 'down')}`;
}

const head = (x: number, y: number, to: 'down' | 'left') =>
  to === 'down'
    ? `M${x - 4} ${y - 6} L${x} ${y} L${x + 4} ${y - 6}`
    : `M${x + 5} ${y - 4} L${x} ${y} L${x + 5} ${y + 4}`;

/** A step in one sentence, for those who do not see the picture. */
function inWords({ number, title, parties: callers }: PlacedStep, language: Language): string {
  const { parties: names, andParty } = workflowTexts[language];
  const who = callers.map((party) => names[party]).join(andParty);
  return language === 'en' ? `${number}. ${who}: ${wordsOf(title)}.` : `${number}. ${who}：${wordsOf(title)}。`;
}
