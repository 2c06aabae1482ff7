import { renderToStaticMarkup } from 'react-dom/server';
import type { GuideText } from './guides.js';
import { partTextsOf } from './part-texts.js';

const width = 330;
const height = 448;
const middle = width / 2;
/** Where no name stands that is left of it. */
const arrowX = 258;

/** A picture of what lies where: the owner's side above, the consumer's below, and the connection between them. */
export function conceptPicture({ language }: Pick<GuideText, 'language'>): string {
  const texts = partTextsOf[language];
  const { concepts } = texts;
  return renderToStaticMarkup(
    <div className="pictured">
      <svg className="picture concept-picture" viewBox={`0 0 ${width} ${height}`} width={width} role="img">
        <title>{texts.conceptPicture}</title>
        <desc>{texts.conceptsInWords}</desc>
        <Lane y={0} name={concepts.ownerProject} />
        <Vpc y={32} height={84} name={concepts.ownerVpc} field="vpc_id" />
        <Concept y={60} name={concepts.backendPort} field="port_id" />
        <Arrow from={146} to={106} />
        <Concept y={146} name={concepts.service} field="endpoint_service_id" />
        <Lane y={244} name={concepts.consumerProject} />
        <Vpc y={276} height={160} name={concepts.consumerVpc} field="vpc_id" />
        <Concept y={306} name={concepts.endpoint} field="ip" />
        <Arrow from={306} to={192} />
        <text x={arrowX - 12} y={229} textAnchor="end">
          {concepts.connection}
        </text>
        <Arrow from={380} to={352} />
        <Concept y={380} name={concepts.client} />
      </svg>
    </div>,
  );
}

/** What belongs to one project. */
const Lane = ({ y, name }: { y: number; name: string }) => (
  <>
    <rect className="lane" x={0} y={y} width={width} height={204} rx={8} />
    <text className="muted" x={14} y={y + 21}>
      {name}
    </text>
  </>
);

const Vpc = ({ y, height: tall, name, field }: { y: number; height: number; name: string; field: string }) => (
  <>
    <rect className="box" x={14} y={y} width={width - 28} height={tall} rx={6} />
    <text x={26} y={y + 18}>
      {name} <Field name={field} />
    </text>
  </>
);

const Concept = ({ y, name, field }: { y: number; name: string; field?: string }) => (
  <>
    <rect className="box" x={40} y={y} width={width - 80} height={46} rx={6} />
    <text x={middle} y={y + (field === undefined ? 28 : 19)} textAnchor="middle">
      {name}
    </text>
    {field !== undefined && (
      <text x={middle} y={y + 37} textAnchor="middle">
        <Field name={field} />
      </text>
    )}
  </>
);

const Field = ({ name }: { name: string }) => <tspan className="name muted">{name}</tspan>;

/** The way that clients' traffic takes, upwards. */
const Arrow = ({ from, to }: { from: number; to: number }) => (
  <path
    className="arrow"
    d={`M${arrowX} ${from} V${to} M${arrowX - 4} ${to + 7} L${arrowX} ${to} L${arrowX + 4} ${to + 7}`}
  />
);
