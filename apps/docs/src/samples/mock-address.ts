/** Where a mock listens unless it is told otherwise. */
export const mockAddress = 'http://127.0.0.1:4010';
