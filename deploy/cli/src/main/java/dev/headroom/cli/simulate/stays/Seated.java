package dev.headroom.cli.simulate.stays;

import java.util.List;

/**
 * What became of sessions at a site.
 *
 * @param stays in the order of their arrival
 * @param skipped by reason; empty if none was
 */
public record Seated(List<Stay> stays, List<Skipped> skipped) {

  public Seated {
    stays = List.copyOf(stays);
    skipped = List.copyOf(skipped);
  }
}
