import type { OperationArguments, OperationId } from '@vpcep/client';
import { assertArguments } from '@vpcep/client/checks';
import { Form } from 'antd';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useConnection } from '../configuration/connection-context.js';
import { useLanguage } from '../language/language-context.js';
import type { FilledInCall } from './copied-call.js';
import { type FieldPath, type FieldProblem, isSamePath, isWithin, placedAt, problemsOf } from './field-problem.js';
import type { ServerProblem } from './server-problems.js';
import { placeAmongBlanks, withoutBlanks } from './without-blanks.js';

/** What is checked, and where what is wrong with it is shown. */
export interface CheckedFormOptions<Values extends object, Id extends OperationId> {
  operation: Id;
  /** The arguments of the call beside the body. */
  path?: object;
  /** Makes the body of what the form holds; by default that is what was filled in. */
  toBody?: (values: Values) => object;
  /** The field of the form that a place in the body is filled in at, where that is another. */
  placeOf?: (inBody: FieldPath) => FieldPath;
  /** Whether what is wrong with a field is said while it is being written, rather than once it was left. */
  isCheckedAtOnce?: (field: FieldPath, values: Values) => boolean;
}

/**
 * A form for the body of a call, which is held against the client's checks by the state of the API: a field once it was
 * left, all of them when the form is sent, and from then on with every change.
 */
export function useCheckedForm<Values extends object, Id extends OperationId>({
  operation,
  path,
  toBody,
  placeOf,
  isCheckedAtOnce,
}: CheckedFormOptions<Values, Id>) {
  const { language } = useLanguage();
  const { asOf } = useConnection();
  const [form] = Form.useForm<Values>();
  // Known at once, not with the next rendering: the focus that goes to a bad field leaves another one.
  const wasSent = useRef(false);
  const [fromServer, setFromServer] = useState<readonly FieldProblem[]>([]);
  /** What is wrong with items of lists, and with what is chosen outside of the form: these have no field. */
  const [unplaced, setUnplaced] = useState<readonly FieldProblem[]>([]);
  const [problemCount, setProblemCount] = useState(0);

  function argumentsOf(): { body: object; path?: object } {
    const values = form.getFieldsValue();
    return { body: toBody?.(values) ?? withoutBlanks(values), ...(path === undefined ? {} : { path }) };
  }

  const placed = (inBody: FieldPath): FieldPath => placeAmongBlanks(form.getFieldsValue(), placeOf?.(inBody) ?? inBody);
  const allFields = (): FieldPath[] => form.getFieldsError().map(({ name }) => name);
  const hasField = (place: FieldPath): boolean => allFields().some((name) => isSamePath(name, place));

  const problemsWith = (args: unknown): FieldProblem[] =>
    problemsOf(operation, args, asOf, language).map((problem) => placedAt(problem, placed(problem.path)));

  /** Where something stands that the service finds wrong; undefined when it is about nothing that the form is for. */
  function placeOfServerProblem(problem: ServerProblem): FieldPath | undefined {
    if ('path' in problem) return placed(problem.path);
    const { body } = argumentsOf();
    // What is chosen outside of the form is in the body all the same.
    const isOwn = (name: string) => hasField([name]) || (name in body && isSamePath(placed([name]), [name]));
    const name = problem.fields.find(isOwn);
    return name === undefined ? undefined : [name];
  }

  /** Shows problems beside their fields. Returns those fields, and those of the rows that have one as a whole. */
  function show(problems: readonly FieldProblem[], isShown: (field: FieldPath) => boolean): FieldPath[] {
    const fields = allFields();
    form.setFields(
      fields.map((name) => ({
        // The form knows fields by any path, but its types only those without positions in lists.
        name: name as never,
        errors: isShown(name)
          ? problems.filter((each) => isSamePath(each.path, name)).map(({ message }) => message)
          : [],
      })),
    );
    setProblemCount(problems.filter(({ path: place }) => isShown(place)).length);
    const rest = problems.filter(({ path: place }) => !fields.some((name) => isSamePath(name, place)));
    setUnplaced(rest.filter(({ path: place }) => isShown(place)));
    return fields.filter((name) => problems.some((problem) => isWithin(name, problem.path)));
  }

  const isTouched = (field: FieldPath) => form.isFieldTouched(field as never);

  const [changes, setChanges] = useState(0);
  useEffect(() => {
    // After the rendering: only then does the form know which rows a list still has.
    if (changes === 0) return;
    if (wasSent.current) show([...problemsWith(argumentsOf()), ...fromServer], () => true);
    else if (isCheckedAtOnce !== undefined) {
      // Where something is said already, that may be over.
      const isSaid = (field: FieldPath) => form.getFieldError(field as never).length > 0;
      const values = form.getFieldsValue();
      show(
        problemsWith(argumentsOf()),
        (field) => isTouched(field) && (isSaid(field) || isCheckedAtOnce(field, values)),
      );
    }
    // Each change is looked at once, whatever else is rendered anew.
  }, [changes]);

  return {
    form,
    /** What would be sent now. */
    readBody: (): object => argumentsOf().body,
    /** The call that would be made now. */
    readCall: (): FilledInCall => ({ operation, ...argumentsOf() }),
    unplaced,
    /** How many problems are shown, once the form was sent. */
    problemCount: wasSent.current ? problemCount : 0,
    /** The arguments if they keep the rules; undefined, and the first field that does not gets the focus, if not. */
    check: (): OperationArguments<Id> | undefined => {
      wasSent.current = true;
      setFromServer([]);
      const args: unknown = argumentsOf();
      const problems = problemsWith(args);
      const [first] = show(problems, () => true);
      if (problems.length === 0) {
        assertArguments(operation, args, { asOf });
        return args;
      }
      if (first !== undefined) form.scrollToField(first, { focus: true, block: 'center' });
      return undefined;
    },
    /** Shows what the service finds wrong. */
    showProblems: (problems: readonly ServerProblem[]): void => {
      const own = problems.flatMap((problem) => {
        const place = placeOfServerProblem(problem);
        return place === undefined ? [] : [{ path: place, message: problem.message }];
      });
      setFromServer(own);
      const [first] = show(own, () => true);
      if (first !== undefined) form.scrollToField(first, { focus: true, block: 'center' });
    },
    onValuesChange: (changed: object): void => {
      setFromServer(fromServer.filter(({ path: [name] }) => typeof name !== 'string' || !(name in changed)));
      setChanges((count) => count + 1);
    },
    /** Only on the way to another field: a message that moves the page would have a click on a button miss it. */
    onBlur: ({ relatedTarget }: FocusEvent): void => {
      if (
        wasSent.current ||
        !(relatedTarget instanceof HTMLInputElement || relatedTarget instanceof HTMLTextAreaElement)
      )
        return;
      show(problemsWith(argumentsOf()), isTouched);
    },
  };
}
