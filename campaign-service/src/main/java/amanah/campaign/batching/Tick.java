package amanah.campaign.batching;

/** Time to look at how long the write in flight has been taking. */
record Tick() implements BatcherMessage.Note {}
