package dev.headroom.world.fault;

/** A part of the world that faults befall; several at a time, and the same kind twice. */
public interface Faulty {

  void begin(Fault fault);

  void end(Fault fault);
}
