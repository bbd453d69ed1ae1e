package dev.headroom.gateway.core.profile;

/**
 * A profile that a charger says it holds.
 *
 * @param evseId 0 for the whole station
 */
public record FoundProfile(int evseId, Profile.Slot slot, ProfilePurpose purpose) {}
