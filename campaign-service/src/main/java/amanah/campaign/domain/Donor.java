package amanah.campaign.domain;

import amanah.id.DonorId;
import org.jspecify.annotations.Nullable;

/**
 * Who gave a donation.
 *
 * @param donorId the donor's id, or null for somebody without one, who then counts as no donor
 * @param name the name to show, at most 200 characters
 * @param anonymous whether name and id stay hidden from everyone but the charity's finance
 */
public record Donor(@Nullable DonorId donorId, @Nullable String name, boolean anonymous) {}
