import { useMutation, useQueryClient } from '@tanstack/react-query';
import { VpcepHttpError } from '@vpcep/client';
import { useRef } from 'react';
import { useLanguage } from '../language/language-context.js';
import { errorCatalogueQuery } from '../problems/error-catalogue.js';
import { type ServerProblem, serverProblems } from './server-problems.js';

interface Options<Args, Result> {
  /** What the form holds, unless it has to be changed first. */
  check: () => Args | undefined;
  /** Sends what the form holds. */
  send: (args: Args) => Promise<Result>;
  onSent: (result: Result) => void;
  /** Shows what the service finds wrong with fields. */
  showProblems: (problems: readonly ServerProblem[]) => void;
}

/** Sends a form, and has what the service refuses shown beside the fields that it is about. */
export function useSubmit<Args, Result>({ check, send, onSent, showProblems }: Options<Args, Result>) {
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const sendings = useRef(0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    onSuccess(result) {
      sendings.current += 1;
      onSent(result);
    },
    async onError(error: unknown) {
      if (!(error instanceof VpcepHttpError)) return;
      const catalogue = await queryClient.query({ ...errorCatalogueQuery, staleTime: 'static' });
      showProblems(serverProblems(error, catalogue.get(error.code ?? ''), language));
    },
  });
  return {
    isPending,
    error,
    /** How often it was sent with success. */
    sendings,
    onSubmit() {
      const args = check();
      if (args !== undefined) mutate(args);
    },
  };
}
