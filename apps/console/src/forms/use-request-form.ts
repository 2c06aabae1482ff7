import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type OperationArguments, type OperationId, type OperationResult, VpcepHttpError } from '@vpcep/client';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language-context.js';
import { errorCatalogueQuery } from '../problems/error-catalogue.js';
import { serverProblems } from './server-problems.js';
import { type CheckedFormOptions, useCheckedForm } from './use-checked-form.js';

interface Options<Values extends object, Id extends OperationId> extends CheckedFormOptions<Values, Id> {
  /** Makes the call with what the form holds. */
  send: (args: OperationArguments<Id>) => Promise<OperationResult<Id>>;
  /** @param isLeft whether the reader has left the form meanwhile */
  onSent: (result: OperationResult<Id>, isLeft: boolean) => void;
}

/** A form that is checked and sent. What the service refuses is shown beside the fields that it is about. */
export function useRequestForm<Values extends object, Id extends OperationId>({
  send,
  onSent,
  ...checks
}: Options<Values, Id>) {
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const { check, showProblems, unplaced, ...checked } = useCheckedForm<Values, Id>(checks);
  const sendings = useRef(0);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    onSuccess(result) {
      sendings.current += 1;
      onSent(result, isLeft.current);
    },
    async onError(error: unknown) {
      if (!(error instanceof VpcepHttpError)) return;
      const catalogue = await queryClient.query({ ...errorCatalogueQuery, staleTime: 'static' });
      showProblems(serverProblems(error, catalogue.get(error.code ?? ''), language));
    },
  });
  return {
    form: checked.form,
    /** What is wrong with items of lists, and with what is chosen outside of the form: these have no field. */
    unplaced,
    /** For the `RequestForm` that shows it. */
    request: {
      ...checked,
      isPending,
      error,
      /** How often it was sent with success. */
      sendings,
      onSubmit() {
        const args = check();
        if (args !== undefined) mutate(args);
      },
    },
  };
}
