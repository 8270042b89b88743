-- So few sources are gone that their index misled the search for those that are due.
DROP INDEX "Source_endedAt_idx";
