-- What waits for a digest has a state of its own, so that it is found among all that was ever told in one.
UPDATE "Delivery" SET "state" = 'aside' WHERE "state" = 'folded' AND "reason" IS NULL;
