package dev.headroom.cli.simulate.outcome;

import dev.headroom.cli.simulate.run.Books;
import dev.headroom.cli.simulate.stays.Stay;
import java.util.function.Predicate;

/**
 * Energy of some sessions, in microjoules.
 *
 * @param sessions those that wanted any
 * @param served those that got at least 99 % of what they wanted
 * @param jain Jain's index of what each got of what it wanted: 1 when all got the same share, 1/n
 *     when one got everything
 */
public record Energy(int sessions, int served, long wanted, long delivered, double jain) {

  private static final double SERVED = 0.99;

  /** Of the stays that are meant. */
  static Energy of(Books books, Predicate<Stay> meant) {
    int sessions = 0;
    int served = 0;
    long wanted = 0;
    long delivered = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < books.stays().size(); i++) {
      Stay stay = books.stays().get(i);
      if (stay.demandMicrojoules() > 0 && meant.test(stay)) {
        double share = (double) books.deliveredMicrojoules()[i] / stay.demandMicrojoules();
        sessions++;
        served += share >= SERVED ? 1 : 0;
        wanted += stay.demandMicrojoules();
        delivered += books.deliveredMicrojoules()[i];
        sum += share;
        squares += share * share;
      }
    }
    double jain = squares == 0 ? 1 : sum * sum / (sessions * squares);
    return new Energy(sessions, served, wanted, delivered, jain);
  }

  public double wantedKilowattHours() {
    return wanted / 1e3 / Stay.WATT_HOUR;
  }

  public double deliveredKilowattHours() {
    return delivered / 1e3 / Stay.WATT_HOUR;
  }

  /** Of what was wanted, in percent; of nothing all was delivered. */
  public double percent() {
    return wanted == 0 ? 100 : 100.0 * delivered / wanted;
  }
}
