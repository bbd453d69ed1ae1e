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
  void letIn(Claims claims, Limits limits) {
    course.begin(claims);
    for (int port = 0; port < more.length; port++) {
      if (course.start[port] != 0) {
        flows.add(port, course.start[port]);
      }
      ask(port, claims);
    }
    if (!allAtOnce(limits)) {
      oneByOne(claims.order(), limits);
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
  private boolean allAtOnce(Limits limits) {
    flows.keep();
    for (int port = 0; port < more.length; port++) {
      if (more[port] > 0) {
        flows.add(port, more[port]);
      }
    }
    if (!flows.isWithin(limits)) {
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

  private void oneByOne(int[] order, Limits limits) {
    for (int port : order) {
      if (more[port] > 0) {
        int tap = flows.brokenAt(port, more[port], limits);
        if (tap == Course.NO_TAP) {
          flows.add(port, more[port]);
          letIn(port);
        } else {
          course.stop(port, tap, flows.brokenBound(port, Shares.NOTHING, more[port], limits));
        }
      }
    }
  }

  private void letIn(int port) {
    course.start[port] += more[port];
    course.in[port] = true;
  }
}
