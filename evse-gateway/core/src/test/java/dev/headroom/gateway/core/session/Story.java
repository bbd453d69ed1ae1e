package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.util.List;

/**
 * A charger on the line, and what happens there.
 *
 * @param stackLevel the highest it takes
 * @param left the profiles that somebody else left in it
 */
record Story(OcppVersion version, int stackLevel, List<Profile> left, List<Happening> happenings) {}
