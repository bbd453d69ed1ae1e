package dev.headroom.allocator.limits;

/** A reader as the streams see it; must not block, nor read within the call. */
public interface FeedListener {

  /** There may be something to poll. */
  void news();

  /** There will be nothing any more; the connection is to be closed. */
  void end(End why);

  /** Why a stream ends from here. */
  enum End {
    /** This instance stops; another will do. */
    STOPPING,
    /** The reader has taken nothing for long; it may come back and go on where it was. */
    STUCK
  }
}
