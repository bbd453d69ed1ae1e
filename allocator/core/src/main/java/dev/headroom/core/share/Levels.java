package dev.headroom.core.share;

/** How far a vector may still go along a slope before it is as long as its room. */
final class Levels {

  private Levels() {}

  /**
   * The largest t with |f + t·w| = room, where w is not 0: below it the vector stays within, once
   * it is. Negative infinity if it never does.
   */
  static double full(double fRe, double fIm, double wRe, double wIm, double room) {
    if (room < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (fIm == 0 && wIm == 0) {
      return wRe > 0 ? (room - fRe) / wRe : (room + fRe) / -wRe;
    }
    double square = wRe * wRe + wIm * wIm;
    double along = fRe * wRe + fIm * wIm;
    double over = fRe * fRe + fIm * fIm - room * room;
    double discriminant = along * along - square * over;
    if (!(discriminant >= 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double root = Math.sqrt(discriminant);
    // Either form of the same root; this one subtracts nothing from its like.
    return along > 0 ? -over / (along + root) : (root - along) / square;
  }
}
