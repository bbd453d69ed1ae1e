package dev.headroom.core.share;

/** Who takes part: one port after the other at its floor, if all bounds then keep their room. */
final class LettingIn {

  private final Flows flows;
  private final Course course;
  private final int[] more;

  LettingIn(Flows flows, Course course) {
    this.flows = flows;
    this.course = course;
    more = new int[course.start.length];
  }

  /** Starts from flows of nobody, and leaves those of everybody at the start. */
  void letIn(Claims claims, Room room) {
    course.begin(claims);
    for (int port = 0; port < more.length; port++) {
      if (course.start[port] != 0) {
        flows.add(port, course.start[port]);
      }
      ask(port, claims);
    }
    if (!allAtOnce(room)) {
      oneByOne(claims.order(), room);
    }
  }

  /** How much more a port needs to be let in; it is in already if that is nothing. */
  private void ask(int port, Claims claims) {
    int standing = course.start[port];
    more[port] = 0;
    if (claims.most()[port] > standing) {
      int floor = claims.floor(port);
      if (floor <= standing) {
        course.in[port] = true;
      } else if (floor <= claims.most()[port]) {
        more[port] = floor - standing;
      }
    }
  }

  /** Bounds never carry less for one more port: if all fit together, each fitted in its turn. */
  private boolean allAtOnce(Room room) {
    flows.keep();
    for (int port = 0; port < more.length; port++) {
      if (more[port] > 0) {
        flows.add(port, more[port]);
      }
    }
    if (!flows.isWithin(room.floors())) {
      flows.goBack();
      return false;
    }
    for (int port = 0; port < more.length; port++) {
      if (more[port] > 0) {
        letIn(port);
      }
    }
    return true;
  }

  private void oneByOne(int[] order, Room room) {
    for (int port : order) {
      if (more[port] > 0) {
        course.stoppedAt[port] = flows.brokenAt(port, more[port], room.floors());
        if (course.stoppedAt[port] == Course.NO_TAP) {
          flows.add(port, more[port]);
          letIn(port);
        }
      }
    }
  }

  private void letIn(int port) {
    course.start[port] += more[port];
    course.in[port] = true;
  }
}
