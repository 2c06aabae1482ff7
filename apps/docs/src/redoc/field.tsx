import type { FieldModel } from 'redoc';
import {
  InnerPropertiesWrap,
  PropertyBullet,
  PropertyCellWithInner,
  PropertyDetailsCell,
  PropertyNameCell,
} from 'redoc/src/common-elements/fields-layout';
import { FieldDetails } from 'redoc/src/components/Fields/FieldDetails';
import { Schema, type SchemaOptions } from 'redoc/src/components/Schema/Schema';
import { fieldAnchor } from '@vpcep/openapi/reader';
import { FieldPlaceProvider, useFieldPlace, useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { partTextsOf } from './part-texts.js';

/** What Redoc's lists of fields say of each. */
export interface FieldProps extends SchemaOptions {
  field: FieldModel;
  className?: string;
  isLast?: boolean;
  showExamples?: boolean;
  /** Whether the fields within it are shown from the start. */
  expandByDefault?: boolean;
}

/** Stands in for Redoc's field, which has no address, and holds no fields of its own until it is opened. */
export function Field(props: FieldProps) {
  const { field, isLast = false, className = '', expandByDefault = false, level, skipReadOnly, skipWriteOnly } = props;
  const { name, deprecated, required, kind, schema } = field;
  const { language } = useReferenceContext();
  const { base, unfolded } = useOperationPlace();
  const outer = useFieldPlace();
  const texts = partTextsOf[language];
  const place = { ...outer, path: [...outer.path, name] };
  // What may have any name has no address.
  const id = kind === 'field' ? base + fieldAnchor(place) : undefined;
  const hasFields = !schema.isPrimitive && !schema.isCircular;
  return (
    <>
      <tr className={[isLast && 'last', hasFields && 'expanded', className].filter(Boolean).join(' ')} id={id}>
        <PropertyNameCell as="th" scope="row" className={deprecated ? 'deprecated' : undefined} kind={kind}>
          <PropertyBullet />
          <span className="property-name">{name}</span>
          {id !== undefined && (
            <a className="field-link" href={`#${id}`} aria-label={texts.linkTo(fieldAnchor(place))}>
              #
            </a>
          )}
          {kind !== 'field' && <div className="optional">{texts.additional}</div>}
          {required && <div className="required">{texts.required}</div>}
        </PropertyNameCell>
        <PropertyDetailsCell>
          <FieldDetails {...props} />
        </PropertyDetailsCell>
      </tr>
      {hasFields && (
        <tr>
          <PropertyCellWithInner colSpan={2}>
            <details open={unfolded || expandByDefault}>
              <summary>{texts.fieldsOf(name)}</summary>
              <InnerPropertiesWrap>
                <FieldPlaceProvider value={place}>
                  <Schema
                    schema={schema}
                    {...(level !== undefined && { level })}
                    {...(skipReadOnly !== undefined && { skipReadOnly })}
                    {...(skipWriteOnly !== undefined && { skipWriteOnly })}
                  />
                </FieldPlaceProvider>
              </InnerPropertiesWrap>
            </details>
          </PropertyCellWithInner>
        </tr>
      )}
    </>
  );
}
