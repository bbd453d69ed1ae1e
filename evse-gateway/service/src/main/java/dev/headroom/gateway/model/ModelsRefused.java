package dev.headroom.gateway.model;

/** A file of models that is not one; says where and what to do. */
public final class ModelsRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  ModelsRefused(String file, int line, String problem, String remedy) {
    super(file + ":" + line + ": " + problem + "; " + remedy);
  }
}
