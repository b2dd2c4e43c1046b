package amanah.campaign.stream;

import java.util.function.LongSupplier;

/** What a tail is given from outside. */
record TailEnvironment(
    EventPages pages,
    Following following,
    StreamLimits limits,
    WindowBudget budget,
    LongSupplier nanoTime) {}
