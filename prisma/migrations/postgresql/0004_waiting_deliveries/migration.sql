-- What waits is looked for by its state first: few deliveries wait, most were sent long ago.
DROP INDEX "Delivery_channelId_state_id_idx";

DROP INDEX "Delivery_state_idx";

CREATE INDEX "Delivery_state_channelId_id_idx" ON "Delivery"("state", "channelId", "id");
