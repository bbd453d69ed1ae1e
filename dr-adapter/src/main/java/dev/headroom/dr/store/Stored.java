package dev.headroom.dr.store;

import dev.headroom.dr.event.DrEvent;

/** What storing an event came to. */
public sealed interface Stored {

  /** It is in the database now. */
  record Created(DrEvent event) implements Stored {}

  /** One of that id was there before; nothing was changed. */
  record Known(DrEvent event) implements Stored {}
}
